"""Small changes to a module's code, one a time: what `mutants` draws from.

A change is named by its place in the order of `ast.walk`, so that it can be made again in another process. Decorators,
annotations, docstrings and what only type checkers see are left alone: no test can see a change there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

Function = ast.FunctionDef | ast.AsyncFunctionDef

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
EMPTY = {"list": "[]", "tuple": "()", "set": "set()", "frozenset": "frozenset()", "dict": "{}", "str": "''", "int": "0"}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: what is done to which node, in which function (empty: the module itself) and statement."""

    kind: str
    node: int
    function: str
    line: int
    before: str
    after: str

    @property
    def statement(self) -> str:
        """The statement's name, which stays the same when lines move."""
        return _name(self.function, self.before)


def mutations(source: str) -> list[Mutation]:
    """Return every change that can be made to a module, in the order of its nodes."""
    tree = ast.parse(source)
    seen = _behaviour(tree)
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in seen:
            continue
        function, statement = seen[id(node)]
        for kind in _kinds(node, function):
            after = changed(source, kind, number)
            written = _statements(after)[_place(tree, statement)]
            name = function.name if function is not None else ""
            found.append(Mutation(kind, number, name, statement.lineno, _first_line(statement), _first_line(written)))
    different = {(change.line, change.after): change for change in reversed(found) if change.before != change.after}
    return list(reversed(different.values()))


def changed(source: str, kind: str, number: int) -> ast.Module:
    """Return the module with one change made, with the lines of its source."""
    tree = ast.parse(source)
    seen = _behaviour(tree)
    target = list(ast.walk(tree))[number]
    function, _ = seen[id(target)]
    _Change(target, kind, function).visit(tree)
    return ast.fix_missing_locations(tree)


def counted(source: str, called: str) -> ast.Module:
    """Return the module with a call of `called(statement)` before each statement of its functions."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    heads = [(function, _call(called, function.name, function)) for function in functions]
    for function in functions:
        _count(function, called, function.name)
    for function, head in heads:
        function.body.insert(_is_docstring(function.body[0]), head)
    return ast.fix_missing_locations(tree)


def _count(owner: ast.AST, called: str, function: str) -> None:
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        inner = getattr(owner, field, None)
        if not isinstance(inner, list):
            continue
        made: list[ast.AST] = []
        for statement in inner:
            if not isinstance(statement, Function | ast.ClassDef):
                if isinstance(statement, ast.stmt) and not _is_docstring(statement):
                    made.append(_call(called, function, statement))
                _count(statement, called, function)
            made.append(statement)
        setattr(owner, field, made)


def _call(called: str, function: str, statement: ast.stmt) -> ast.Expr:
    name = ast.Constant(_name(function, _first_line(statement)))
    return ast.copy_location(ast.Expr(ast.Call(ast.Name(called, ast.Load()), [name], [])), statement)


def _name(function: str, statement: str) -> str:
    return f"{function}: {statement}"


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _behaviour(tree: ast.Module) -> dict[int, tuple[Function | None, ast.stmt]]:
    """Return, by id, each node that does something: the function and the innermost statement in which it stands."""
    found: dict[int, tuple[Function | None, ast.stmt]] = {}

    def walk(node: ast.AST, function: Function | None, statement: ast.stmt | None) -> None:
        if isinstance(node, ast.stmt):
            statement = node
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if _is_docstring(node):
            return
        if statement is not None:
            found[id(node)] = (function, statement)
        inside = node if isinstance(node, Function) else function
        for name, value in ast.iter_fields(node):
            if name in ("decorator_list", "annotation", "returns", "type_params"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    walk(child, inside, statement)

    walk(tree, None, None)
    return found


def _kinds(node: ast.AST, function: Function | None) -> Iterator[str]:
    """Yield what can be done to a node."""
    match node:
        case ast.Compare():
            yield from (f"compare {at}" for at, op in enumerate(node.ops) if type(op) in COMPARED)
        case ast.BoolOp():
            yield "and/or"
        case ast.UnaryOp(op=ast.Not()):
            yield "not removed"
        case ast.If() | ast.While() | ast.IfExp() if not _negates(node.test):
            yield "not added"
        case ast.Subscript() if ast.unparse(node.slice) in ("0", "-1"):
            yield "first/last"
        case ast.Constant(value=bool()):
            yield "True/False"
        case ast.Constant(value=int() | float()):
            yield from ("number +1", "number -1")
        case ast.BinOp() if type(node.op) in CALCULATED and (function is not None or not _is_union(node)):
            yield "arithmetic"
        case ast.AugAssign() if type(node.op) in CALCULATED:
            yield from ("arithmetic", "deleted")
        case ast.Expr(value=ast.Call()):
            yield "deleted"
        case ast.Continue() | ast.Break():
            yield "break/continue"
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) not in ("None", "True", "False"):
            yield "returned"


def _negates(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare | ast.BoolOp | ast.Constant) or (
        isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    )


def _is_union(node: ast.BinOp) -> bool:
    """Whether this may be an alias of types, written with `|`."""
    return isinstance(node.op, ast.BitOr)


class _Change(ast.NodeTransformer):
    """Makes one change to one node."""

    def __init__(self, target: ast.AST, kind: str, function: Function | None) -> None:
        self._target, self._kind, self._function = target, kind, function

    def visit(self, node: ast.AST) -> ast.AST:
        if node is not self._target:
            return self.generic_visit(node)
        return ast.copy_location(self._changed(node), node)

    def _changed(self, node: ast.AST) -> ast.AST:
        match node:
            case ast.Compare():
                at = int(self._kind.split()[1])
                node.ops[at] = COMPARED[type(node.ops[at])]()
            case ast.BoolOp():
                node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            case ast.UnaryOp():
                return node.operand
            case ast.If() | ast.While() | ast.IfExp():
                node.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
            case ast.Subscript():
                node.slice = ast.Constant(-1 if ast.unparse(node.slice) == "0" else 0)
            case ast.Constant(value=bool()):
                node.value = not node.value
            case ast.Constant(value=int() | float() as value):
                node.value = value + (1 if self._kind == "number +1" else -1)
            case ast.AugAssign() if self._kind == "deleted":
                return ast.Pass()
            case ast.BinOp() | ast.AugAssign():
                node.op = CALCULATED[type(node.op)]()
            case ast.Expr():
                return ast.Pass()
            case ast.Continue():
                return ast.Break()
            case ast.Break():
                return ast.Continue()
            case ast.Return(value=ast.expr() as value):
                node.value = self._nothing(value)
        return node

    def _nothing(self, value: ast.expr) -> ast.expr:
        """Return what is empty of the returned type; for truth values the opposite, else None."""
        returns = self._function.returns if self._function is not None else None
        kind = ast.unparse(returns).split("[")[0] if returns is not None else ""
        if kind == "bool":
            return ast.UnaryOp(ast.Not(), value)
        return ast.parse(EMPTY.get(kind, "None"), mode="eval").body


def _place(tree: ast.Module, statement: ast.stmt) -> int:
    return next(at for at, other in enumerate(_statements(tree)) if other is statement)


def _statements(tree: ast.Module) -> list[ast.stmt]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _first_line(statement: ast.AST) -> str:
    """Return how a statement reads: of one with others in it, its head."""
    return next(line for line in ast.unparse(statement).split("\n") if not line.startswith("@"))
