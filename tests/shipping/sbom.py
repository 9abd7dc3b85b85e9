"""What an installation is made of, as a CycloneDX bill of materials: `./run sbom [FILE]`.

The packages of requirements.lock without those for developing, and what is bundled in resources/. The same tree gives
the same bytes: the serial number comes from the content, a time is given only where SOURCE_DATE_EPOCH is set.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType, Pedigree
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from analysis import __version__
from analysis.errors import OutputError
from analysis.output.files import write_bytes

from .bundled import RESOURCES, Bundled, Origin, bundled, table
from .lock import ROOT, Locked, installed, read_lock

SCHEMA = SchemaVersion.V1_6
OWN_LICENCE = "AGPL-3.0-or-later"
NO_WINDOW = "sys_platform == 'emscripten'"
"""A marker of packages for browsers, where the program cannot be installed."""
NAMES = "parallax:"
"""Prefix of properties that only this program gives."""


def bill() -> str:
    """Return the bill of materials as JSON."""
    program = Component(
        name="Parallax",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="parallax",
        licenses=_licences(OWN_LICENCE),
    )
    bom = Bom(metadata=BomMetaData(component=program, timestamp=_time()))
    packages = [one for one in installed(read_lock()) if NO_WINDOW not in one.marker]
    known = table()
    made = [(one, _package(one, known)) for one in packages]
    things = [_thing(one) for one in bundled()]
    bom.components.update([component for _, component in made], things)
    for name, refs in _needs(made).items():
        for parent in [program] if name == ROOT else [component for one, component in made if one.name == name]:
            bom.register_dependency(parent, refs)
    bom.register_dependency(program, things)
    bom.serial_number = uuid.UUID(int=0)
    return _finished(make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string())


def _needs(made: Sequence[tuple[Locked, Component]]) -> Mapping[str, list[Component]]:
    """Return what each package needs, by its name."""
    names = {one.name for one, _ in made} | {ROOT}
    found: dict[str, list[Component]] = {}
    for one, component in made:
        for name in names.intersection(one.wanted_by):
            found.setdefault(name, []).append(component)
    return found


def _package(one: Locked, known: Mapping[str, Any]) -> Component:
    return Component(
        name=one.name,
        version=one.version,
        bom_ref=f"{one.name}@{one.version}",
        purl=PackageURL("pypi", None, one.name, one.version),
        licenses=_licences(_stated(one.name, known)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in one.hashes],
        properties=[Property(name=f"{NAMES}marker", value=one.marker)] if one.marker else (),
    )


def _stated(name: str, known: Mapping[str, Any]) -> str:
    """Return a package's licence as its own metadata states it, by its SPDX name where that is plain; "" if unknown."""
    if name in known["known"]:
        return str(known["known"][name])
    try:
        fields = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classifiers = [c.rpartition(" :: ")[2] for c in fields.get_all("Classifier", []) if c.startswith("License")]
    stated = [*fields.get_all("License-Expression", []), *fields.get_all("License", []), *classifiers]
    first = next((words for words in stated if words and "\n" not in words), "")
    return str(known["spdx"].get(first, first))


def _thing(one: Bundled) -> Component:
    files = [_file(name) for name in one.files]
    return Component(
        name=one.name,
        version=one.version or None,
        type=ComponentType(one.kind),
        bom_ref=f"resources/{one.name}",
        description=one.description,
        copyright=one.copyright or None,
        licenses=_licences(one.licence),
        components=[*files, *(_origin(origin, f"data of {one.name}/{origin.name}", True) for origin in one.data)],
        pedigree=Pedigree(ancestors=[_origin(parent, f"parent of {one.name}/{parent.name}") for parent in one.parents])
        if one.parents
        else None,
    )


def _file(name: str) -> Component:
    digest = hashlib.sha256((RESOURCES / name).read_bytes()).hexdigest()
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest)]
    path = f"resources/{name}"
    return Component(name=path, type=ComponentType.FILE, bom_ref=path, hashes=hashes)


def _origin(one: Origin, ref: str, data: bool = False) -> Component:
    note = "used in training; no text of it is shipped" if data else one.description
    return Component(
        name=one.name,
        type=ComponentType.DATA if data else ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref=ref,
        description=note,
        licenses=_licences(one.licence),
        properties=() if one.licence else [Property(name=f"{NAMES}licence", value="none stated")],
    )


def _licences(stated: str) -> Iterable[License]:
    return [LicenseFactory().make_from_string(stated)] if stated else ()


def _time() -> datetime:
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), UTC)


def _finished(text: str) -> str:
    """Return the bill under a serial number that comes from its content; without a time where none is known."""
    found = json.loads(text)
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        del found["metadata"]["timestamp"]
    del found["serialNumber"]
    digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).digest()
    serial = f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=5)}"
    return json.dumps({**found, "serialNumber": serial}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the bill to the file named, or to standard output."""
    if len(arguments) > 1:
        print("usage: ./run sbom [FILE]", file=sys.stderr)
        return 2
    try:
        write_bytes(bill().encode("utf-8"), arguments[0] if arguments else "-")
    except OutputError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
