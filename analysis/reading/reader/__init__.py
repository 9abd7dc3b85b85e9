"""The Reader: one small trained model that reads whole documents. Nothing heavy is imported before it is used."""
