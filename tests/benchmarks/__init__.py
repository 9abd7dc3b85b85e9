"""Speed and memory: `./run bench`. Never part of the tests; a yardstick stands beside each figure."""
