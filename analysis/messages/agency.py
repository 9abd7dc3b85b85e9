"""English templates of the messages about acts of force and harm."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "agency.label": "Acts",
    "agency.explained": "Acts of force or harm: underlined where the words name who does it, broken where they name "
    "nobody",
    "agency.why.active": "An act of force or harm in the active. Actor: {actor}.",
    "agency.why.active.affected": "An act of force or harm in the active. Actor: {actor}. Affected: {affected}.",
    "agency.why.passive": "An act of force or harm in the passive, with its actor: {actor}.",
    "agency.why.passive.affected": "An act of force or harm in the passive, with its actor: {actor}. "
    "Affected: {affected}.",
    "agency.why.agentless": "An act of force or harm in the passive; these words name no actor.",
    "agency.why.agentless.affected": "An act of force or harm in the passive; these words name no actor. "
    "Affected: {affected}.",
    "agency.why.nominal": "An act of force or harm as a noun. Actor: {actor}.",
    "agency.why.nominal.affected": "An act of force or harm as a noun. Actor: {actor}. Affected: {affected}.",
    "agency.why.bare": "An act of force or harm as a noun; these words name no actor.",
    "agency.why.bare.affected": "An act of force or harm as a noun; these words name no actor. Affected: {affected}.",
    "agency.form.active": "active",
    "agency.form.passive": "passive, actor named",
    "agency.form.agentless": "passive, no actor",
    "agency.form.nominal": "as a noun",
}
