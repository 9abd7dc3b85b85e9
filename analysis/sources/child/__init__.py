"""Foreign files are parsed in a child process: limited in time and memory, without a way to the network.

`process` is the parent's side, `__main__` the child's; `wire` is what passes between them, `limits` and `confine` what
the child may not do. The parent opens the files and hands over their bytes: the child knows no path.
"""
