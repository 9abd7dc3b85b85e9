"""Files as people bring them, written by hands that did not write the readers, with what must come out."""
