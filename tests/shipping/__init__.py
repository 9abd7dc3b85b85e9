"""What maintainers need to ship the program; no part of what is shipped."""
