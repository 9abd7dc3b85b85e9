"""The rule engine over shallow word classes: who said what where there is no Reader. Frozen: repaired no more."""
