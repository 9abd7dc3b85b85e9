"""English templates of the messages about acts of force and harm."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "agency.label": "Agency",
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
    "agency.acts.label": "Acts of force or harm",
    "agency.acts.why": "How often the text tells of force used or harm done, by the words listed in resources/agency "
    "and the Reader's parse.",
    "agency.named.label": "Acts that name their actor",
    "agency.named.why": "The share of acts of force or harm whose wording names who or what does them.",
    "agency.form.label": "Forms of acts",
    "agency.form.why": "The share of acts of force or harm told in this form: active, passive with or without the "
    "actor, or as a noun.",
}
