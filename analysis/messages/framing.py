"""English templates of the messages about framing."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    # Why a mark stands where it stands
    "framing.why.chosen": "“{term}” is one of {count} ways to put it here ({label}); others are {alternatives}.",
    "framing.why.alone": "“{term}” is a word for this: {label}.",
    "framing.why.scare": (
        "“{term}” stands in quotation marks and nobody is named as its speaker: "
        "the marks set it apart, as a word of others or as one in doubt."
    ),
    # The analyzer and its measures
    "framing.label": "Framing",
    "framing.explained": "Words that stand where another could have stood: tinted in the outlet's own voice, boxed in "
    "somebody else's, dashed in scare quotes",
    # Faults of a lexicon file: what it is, then what to try
    "framing.lexicon.unreadable": (
        "The lexicon cannot be read ({reason}). Check that the file exists and may be read."
    ),
    "framing.lexicon.encoding": "The lexicon is not UTF-8 here. Save the file as UTF-8.",
    "framing.lexicon.syntax": (
        "This is not valid TOML: {what}. Check quotation marks, brackets and commas on this line and the one before."
    ),
    "framing.lexicon.missing": (
        "“{field}” is missing. Add it; the codebook in resources/lexicons/README.md shows a whole entry."
    ),
    "framing.lexicon.kind": "“{field}” has the wrong form. Write {wanted}.",
    "framing.lexicon.rows": "There is no {field} here. Add at least one [[{field}]] table.",
    "framing.lexicon.unknown_key": "“{field}” is not a key of the schema. Check its spelling; known are {known}.",
    "framing.lexicon.choice": "“{value}” is not known as {field}. Use one of {known}.",
    "framing.lexicon.scale": "The stance {value} for {role} is off the scale. Use a whole number from -2 to 2.",
    "framing.lexicon.group": "The word group {group} is not known. Define it under [groups], or use one of {known}.",
    "framing.lexicon.phrase": "“{phrase}” does not say where the term stands. Put one ~ in its place: “~ of charge”.",
    "framing.lexicon.syntax_empty": (
        '“syntax” asks for nothing. Give it a condition such as pos = ["verb"], or leave it out.'
    ),
    "framing.lexicon.instead_of": (
        "“instead_of” names {guard}, which is no word guard of this entry. Name one that the entry has, such as "
        "needs_subject, or leave it out."
    ),
    "framing.lexicon.id": (
        "“{id}” cannot be an id. Use lower-case letters, digits and hyphens, such as “control-of-territory”."
    ),
    "framing.lexicon.twice": "The id “{id}” was already used on line {line}. Give this one another id.",
    "framing.lexicon.same_surface": (
        "“{text}” already belongs to “{other}” (line {line}) of the same concept. Remove it here or there, "
        "or tell the two apart by guards."
    ),
    "framing.lexicon.pattern.slot": (
        "“{text}” has a slot that is not known. Use one {{NATION}}, {{NAME}} or {{WORD}}."
    ),
    "framing.lexicon.pattern.slot_place": (
        "In “{text}” the slot must stand at the start or end, joined by a hyphen, as in “{{NATION}}-backed”."
    ),
}
