"""Files of archives."""
