"""English templates of the messages about output."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "output.kind.government": "government",
    "output.kind.military": "military",
    "output.kind.police": "police",
    "output.kind.armed_group": "armed group",
    "output.kind.party": "party",
    "output.kind.court": "court",
    "output.kind.international_organisation": "international organisation",
    "output.kind.company": "company",
    "output.kind.expert": "expert",
    "output.kind.ngo": "aid or civic group",
    "output.kind.media": "media",
    "output.kind.resident": "resident",
    "output.kind.family": "family",
    "output.kind.document": "document",
    "output.kind.unnamed": "unnamed",
    "output.kind.other": "other",
    "output.cue.neutral": "neutral",
    "output.cue.asserting": "asserting",
    "output.cue.doubting": "doubting",
    "output.cue.conceding": "conceding",
    "output.cue.endorsing": "endorsing",
    "output.cue.emotive": "emotive",
    "output.dimension.evaluation": "evaluation",
    "output.dimension.distancing": "distancing",
    "output.dimension.agency": "agency",
    "output.dimension.status": "legal status",
    "output.dimension.intensity": "intensity",
    "output.form.direct": "direct",
    "output.form.indirect": "indirect",
    "output.form.mixed": "mixed",
    "output.form.silent": "silent",
    "output.failed.full": "The disk is full; free some space or choose another place.",
    "output.failed.permission": "Writing is not permitted there, or another program has the file open; choose "
    "another place.",
    "output.failed.folder": "The folder does not exist; make it first or choose another.",
    "output.failed.is_folder": "There is a folder of this name; choose another name.",
    "output.failed.is_file": "There is a file of this name; choose another folder.",
    "output.failed.name": "The name is too long; choose a shorter one.",
    "output.failed.too_large": "The file is larger than the system allows here; choose another place.",
    "output.failed.other": "The file could not be written ({detail}); choose another place.",
    "output.failed.render": "The report could not be typeset ({detail}). Please report it, with the articles if "
    "you may share them.",
    "output.unknown_outlet": "outlet not known",
    "output.no_date": "no date",
    "output.untitled": "{what} compared",
    "output.untitled_day": "{what}, {first}",
    "output.untitled_days": "{what}, {first} to {last}",
    "output.overview.words": "words",
    "output.overview.quoted": "in quotation marks",
    "output.overview.rate": "terms per 1,000",
    "output.overview.attributions": "attributions",
    "output.overview.named": "to named",
    "output.subtitle": "How {outlets} tell it, side by side",
    "output.words": ("{words} word", "{words} words"),
    "output.page": "{page} / {pages}",
    "output.count.outlets": ("{count} outlet", "{count} outlets"),
    "output.count.groups": ("{count} group", "{count} groups"),
    "output.count.articles": ("{count} article", "{count} articles"),
    "output.opening.size": "Compared: {what}.",
    "output.opening.size_day": "Compared: {what}, published on {first}.",
    "output.opening.size_days": "Compared: {what}, published from {first} to {last}.",
    "output.opening.same_statement": "{concept}, in sentences that tell the same: {who}.",
    "output.opening.same_referent": "{concept}, said of {referent}: {who}.",
    "output.opening.wrote": "{outlet} wrote “{word}” ({often})",
    "output.opening.reported": "{outlet} reported “{word}” ({often})",
    "output.opening.only_term": "its only term for this",
    "output.opening.of_terms": "{count} of its {all} terms for this",
    "output.opening.quoted": "Between {low} ({least}) and {high} ({most}) of the words stand between quotation marks.",
    "output.opening.heard": "Quoted in every outlet: {names}.",
    "output.opening.coverage": (
        "{shared} statement was found in sentences of two outlets or more; more may be told in words too different to "
        "be paired.",
        "{shared} statements were found in sentences of two outlets or more; more may be told in words too different "
        "to be paired.",
    ),
    "output.caption.overview": "In quotation marks: share of the words. Terms: framing terms that were found. "
    "Attributions: those that were found; to named: their share with a source that is named.",
    "output.heading.opening": "At a glance",
    "output.heading.limits": "What limits this comparison",
    "output.heading.contents": "Contents",
    "output.heading.list": "The articles compared",
    "output.heading.words": "Choice of words",
    "output.heading.voices": "Voices",
    "output.heading.sources": "Sources",
    "output.heading.quotes": "The same statement, as each outlet cuts it",
    "output.heading.sentiment": "Sentiment",
    "output.heading.agency": "Acts of force and harm",
    "output.heading.loaded": "Loaded language",
    "output.heading.toward": "Sentiment toward actors",
    "output.heading.acts_named": "Told with their actor ({count})",
    "output.heading.acts_unnamed": "Told without their actor ({count})",
    "output.heading.figures": "How well the Reader does",
    "output.caption.figures": "Measured on texts that it did not learn from; 1 is without a mistake. On your own "
    "articles it may do better or worse.",
    "output.column.head": "What is found",
    "output.column.figure": "Figure",
    "output.loaded.agreement": "The Reader marks {words} words; where {both} of them stand, a framing lexicon lists a "
    "term too. The lexicons list {terms} terms; where {listed} of them stand, the Reader marks a word too. The two are "
    "counted apart.",
    "output.loaded.whole": (
        "In {count} of {of} loaded sentences no single word stands out: it is loaded as a whole, and counts as such.",
        "In {count} of {of} loaded sentences no single word stands out: they are loaded as a whole, and count as such.",
    ),
    "output.loaded.listed": "a lexicon too",
    "output.loaded.reader_only": "the Reader alone",
    "output.heading.coverage": "Coverage",
    "output.heading.wire": "Passages shared word for word",
    "output.heading.vocabulary": "Vocabulary",
    "output.heading.articles": "The articles with their marks",
    "output.heading.methods": "How this was made",
    "output.heading.versions": "Versions and settings",
    "output.heading.digests": "What was read",
    "output.heading.decisions": "Decisions of the user",
    "output.more_notes": ("{count} more note is in the tables.", "{count} more notes are in the tables."),
    "output.none": "none",
    "output.and_more": ("and {count} more", "and {count} more"),
    "output.table_behind": "The numbers as a table",
    "output.caption.quotes": "Quotations of one speaker that overlap, with the words that introduce them.",
    "output.caption.wire": "Stretches that stand nearly word for word in several articles, the longest first. Outlets "
    "that run the same agency text have not chosen the same words independently.",
    "output.caption.digests": "The beginning of the SHA-256 of each file and of the text taken from it. The same "
    "digests, versions and settings give the same report.",
    "output.caption.decisions": "Marks that a person rejected or commented on; rejected marks count nowhere.",
    "output.verdict.reject": "rejected",
    "output.verdict.note": "note",
    "output.heading.told": "Sentence beside sentence",
    "output.caption.told": "The sentences behind the first rows of the chart. They are paired by wording and names: "
    "whether they tell the same is for the reader to say.",
    "output.column.told": "As told",
    "output.column.cue": "Introduced by",
    "output.column.cut": "As quoted",
    "output.column.agency": "Agency",
    "output.column.outlets": "Outlets",
    "output.column.begins": "Begins",
    "output.column.published": "Published",
    "output.column.framing": "framing terms",
    "output.column.what": "",
    "output.column.name": "Name",
    "output.column.value": "Version or value",
    "output.column.source": "Source",
    "output.column.sha256": "File",
    "output.column.text_sha256": "Text",
    "output.column.decision": "Decision",
    "output.column.passage": "Passage",
    "output.column.note": "Note",
    "output.column.by": "By",
    "output.what.program": "Program",
    "output.what.lexicon": "Lexicons",
    "output.what.model": "Trained model",
    "output.what.no_model": "none: rules and lexicons only",
    "output.what.package": "Packages",
    "output.what.setting": "Settings",
    "output.methods.intro": "This report describes word choice, voice, sources and coverage. It does not rate outlets, "
    "and no figure in it says that an outlet is right or wrong. Every number is made of passages that can be read.",
    "output.methods.framing": "Framing terms are words of the lexicons that stand where another could have stood. The "
    "finding is the choice among variants for one concept; its denominator is every reference of the outlet to that "
    "concept. Stances are the lexicon's, from –2 to +2 for a role, and are never averaged over roles.",
    "output.methods.one_thing": "Page one names a contrast only where the words stand for one thing: in sentences that "
    "tell the same, or said of a referent of one name. Words inside quotation marks are left out there. The numbers "
    "say how many of the outlet’s other references to the concept have that word or a form of it.",
    "output.methods.contrasts": "In the charts concepts come first in which two outlets’ own words are opposed: the "
    "steps between the stances of their terms for one role, times n / (n + 1) for the n uses of each, come to "
    "{opposed} or more. "
    "Then comes what differs most often: the log-likelihood ratio of outlets by variants, less its degrees of freedom. "
    "Concepts of fewer than {references} references come last.",
    "output.methods.voice": "Each word counts in one voice: the outlet's own, inside quotation marks, or in reported "
    "speech. A term in quotation marks without a speaker (a scare quote) counts as the outlet's own.",
    "output.methods.attribution": "Attributions (source, cue, content) are found by rules. They miss some and take "
    "some wrongly; the marked articles show each one.",
    "output.methods.rules": "No trained Reader was at hand: attributions and names are found by rules only, and acts "
    "of force, loaded wording and valence were not looked for.",
    "output.methods.reader": "The Reader, a small trained model (version {version}), was at work on this computer. It "
    "finds names, attributions and the grammar of sentences, and judges loaded wording and valence. "
    "It errs; every mark can be read in its place and rejected.",
    "output.methods.attribution_reader": "Attributions (source, cue, content) are found by the Reader and by rules; "
    "inside quotation marks the marks decide. Some are missed and some are wrong; the marked articles show each one.",
    "output.methods.agency": "Acts of force or harm are the words of a list where they tell of something that "
    "happened, with actor and affected from the Reader’s parse. “Actor named” means that the wording names who "
    "does it.",
    "output.methods.loaded": "A sentence counts as loaded from a calibrated probability of {sentence}: it is then "
    "more likely than not that experts would call its wording biased. Of such sentences the words are marked to which "
    "the Reader gives at least {word} to be marked by experts, who agree on sentences more than on words, and the "
    "likeliest from {likeliest}; without such a word a sentence is loaded as a whole. "
    "This was learned from sentences of US outlets; elsewhere it may judge less well. Framing lexicons and "
    "Reader are counted apart.",
    "output.methods.valence": "Valence is the Reader’s estimate of how people would rate a sentence, from –1 to +1; it "
    "is never mixed with VADER’s compound.",
    "output.methods.sentiment": "Sentiment is the VADER compound of each sentence (Hutto and Gilbert 2014), averaged "
    "over sentences; a sentence without any rated word counts as 0.",
    "output.methods.coverage": "Sentences are compared across outlets by wording, names and meaning. “Told” is a "
    "sentence of high similarity; two blind readers of 14 news stories found it right in 87 of 100 cases and partly in "
    "12. “Not found” means that nothing near was found; they found it right in 98 of 100. It may still be "
    "told in quite other words, and it says nothing about intent. All between is “perhaps”, with the "
    "nearest passage: two of five were told at least in part. What one outlet alone tells is not counted. "
    "Sentences that differ in a number, or of which one denies or negates, are shown with that "
    "difference.",
    "output.methods.keyness": "Words that set outlets apart are ranked by log-odds with an informative Dirichlet prior "
    "(Monroe, Colaresi and Quinn 2008).",
    "output.methods.marked": "{what}. {explained}. Rates are marks per 1,000 words of the voice that they stand in.",
    "output.methods.numbers": "A dash means that something could not be measured; it is never a zero. Intervals are "
    "given only where an outlet has several articles.",
    "output.legend.tint": "A framing term in the outlet's own voice",
    "output.legend.outline": "A framing term in somebody else's words, quoted or reported",
    "output.legend.loaded": "A loaded word, as the Reader judges by what experts marked in US outlets",
    "output.legend.quotation": "Words attributed to a speaker, who is named in the margin",
    "output.column.outlet": "Outlet",
    "output.column.words": "words",
    "output.column.per_1000": "per 1,000 words",
    "output.column.terms_rate": "terms · per 1,000 words",
    "output.column.marks_rate": "marks · per 1,000 words",
    "output.column.references": "references",
    "output.column.variant": "Variant",
    "output.column.other_variants": ("{count} more", "{count} more"),
    "output.column.other_kinds": ("{count} more", "{count} more kinds"),
    "output.column.total": "all",
    "output.column.speaker": "Speaker",
    "output.column.kind": "Kind",
    "output.column.attributions": "attributions",
    "output.column.sentences": "sentences",
    "output.column.title": "Title",
    "output.column.positive": "positive",
    "output.column.neutral": "neutral",
    "output.column.negative": "negative",
    "output.column.mentions": "mentions",
    "output.column.actor": "Actor",
    "output.column.mean": "mean",
    "output.column.acts": "acts",
    "output.column.acts_named": "acts · actor named",
    "output.column.named_share": "actor named, %",
    "output.column.loaded_words": "loaded words",
    "output.column.loaded_sentences": "words · sentences",
    "output.column.loaded_share": "loaded sentences, %",
    "output.column.role": "Who",
    "output.column.word": "Word",
    "output.column.z": "z",
    "output.column.here": "here",
    "output.column.elsewhere": "elsewhere",
    "output.column.statement": "Statement",
    "output.column.told_by": "told by",
    "output.column.differs": "What differs",
    "output.position.top": "top of the article",
    "output.position.end": "end",
    "output.article.analysis": "analysis",
    "output.article.in_part": "{kind}, in part",
    "output.article.interview": "interview",
    "output.article.letter": "letter",
    "output.article.live": "live",
    "output.article.news": "news",
    "output.article.opinion": "opinion",
    "output.article.transcript": "transcript",
    "output.coverage.told": "told",
    "output.coverage.perhaps": "perhaps",
    "output.coverage.not_found": "not found",
    "output.differs.number": "numbers differ",
    "output.differs.polarity": "one may deny it",
    "output.differs.no_number": "no number",
    "output.differs.no_polarity": "no denying word",
    "output.more_articles": ("{count} more article is in the table.", "{count} more articles are in the table."),
    "output.more_statements": (
        "{count} more statement told by two outlets or more is in the table.",
        "{count} more statements told by two outlets or more are in the table.",
    ),
    "output.all_voices": "all voices",
    "output.stance.-2": "strongly against",
    "output.stance.-1": "against",
    "output.stance.0": "neutral",
    "output.stance.1": "in favour",
    "output.stance.2": "strongly in favour",
    "output.stance.against": "against",
    "output.stance.for": "in favour",
    "output.tip.part": "{outlet}: {part}, {count} of {of} ({share})",
    "output.tip.variant": "{outlet}: “{variant}” {count}×, {voice}",
    "output.tip.stance": "{outlet}: stance {stance}, {count}×, {voice}",
    "output.tip.given": (
        "{outlet}: {speaker}, {words} words in {count} attribution, first at {first} of the article",
        "{outlet}: {speaker}, {words} words in {count} attributions, first at {first} of the article",
    ),
    "output.tip.mean.sentences": (
        "{outlet}, {voice}: mean {value} over {count} sentence",
        "{outlet}, {voice}: mean {value} over {count} sentences",
    ),
    "output.tip.mean.mentions": (
        "{outlet}, {voice}: mean {value} over {count} mention",
        "{outlet}, {voice}: mean {value} over {count} mentions",
    ),
    "output.tip.toward": "{outlet} on {actor}: {part}, {count} of {of} mentions",
    "output.tip.act": ("{outlet}: {count} act, {who}", "{outlet}: {count} acts, {who}"),
    "output.tip.sentence": "{outlet}: {value}",
    "output.tip.keyword": "{outlet}: “{word}” {count}× here ({rate} per 1,000 words), {rest}× elsewhere, z = {z}",
    "output.tip.told": "{outlet} tells it: {text}",
    "output.tip.perhaps": "{outlet} perhaps tells it. The nearest sentence: {text}",
    "output.tip.not_found": "{outlet}: not found. The nearest sentence: {text}",
    "output.chart.naming.name": "Choice of words",
    "output.chart.naming.title": "{subject}",
    "output.chart.naming.caption": "Which variant stands how often, by voice; at the end, all references of the "
    "outlet to the concept in any of the variants.",
    "output.chart.naming.empty": "No term of the lexicons for this concept was found in these articles.",
    "output.chart.stance.name": "Stance of terms",
    "output.chart.stance.title": "How terms cast a role: {subject}",
    "output.chart.stance.caption": "Number of terms by the stance that the lexicon gives them for this role. "
    "Stances of different roles are never added up.",
    "output.chart.stance.empty": "No term that casts this role was found in these articles.",
    "output.chart.framing.name": "Framing terms by dimension",
    "output.chart.framing.title": "Framing terms by what they work on",
    "output.chart.framing.caption": "Number of framing terms in all voices. A term counts where another could have "
    "stood; the number says nothing about whether it is apt.",
    "output.chart.framing.empty": "No framing term of the lexicons was found in these articles.",
    "output.chart.framing_voices.name": "Framing terms by voice",
    "output.chart.framing_voices.title": "Framing terms by the voice they stand in",
    "output.chart.framing_voices.caption": "Terms in the outlet's own words, in quotations, and in reported speech; "
    "a term in scare quotes counts as the outlet's own.",
    "output.chart.framing_voices.empty": "No framing term of the lexicons was found in these articles.",
    "output.chart.sources_kinds.name": "Kinds of sources",
    "output.chart.sources_kinds.title": "Who is heard: kinds of sources",
    "output.chart.sources_kinds.caption": "Number of attributions to each kind of source.",
    "output.chart.sources_kinds.empty": "No attribution to a source was found in these articles.",
    "output.chart.sources_ledger.name": "Speakers",
    "output.chart.sources_ledger.title": "Who is given how many words, and how early",
    "output.chart.sources_ledger.caption": "Bar: words of content attributed to the speaker. Dot: where the speaker "
    "first comes in, from the top of the article (left) to its end (right). The number at the end is all words.",
    "output.chart.sources_ledger.caption_many": "The area of a circle is the number of words attributed to the "
    "speaker. The number at the end is all words.",
    "output.chart.sources_ledger.empty": "No attribution to a speaker was found in these articles.",
    "output.chart.sources_cues.name": "Words that introduce sources",
    "output.chart.sources_cues.title": "How sources are introduced",
    "output.chart.sources_cues.caption": "Number of attributions by the stance of the word that introduces them: "
    "“said” is neutral, “claimed” doubting, “admitted” conceding.",
    "output.chart.sources_cues.empty": "No attribution to a source was found in these articles.",
    "output.chart.sentiment.name": "Sentiment by voice",
    "output.chart.sentiment.title": "Sentiment by voice",
    "output.chart.sentiment.caption": "Mean VADER compound of the sentences by the voice of most of their words, from "
    "–1 (negative) to +1 (positive); at the end, the number of sentences in each voice. News on violence is negative "
    "whoever writes it: compare outlets, not with zero.",
    "output.chart.sentiment.empty": "No sentence could be scored: the articles are empty or in a language that is "
    "not read.",
    "output.chart.valence.name": "Valence by voice (Reader)",
    "output.chart.valence.title": "Valence by voice, as the Reader judges it",
    "output.chart.valence.caption": "Mean valence of the sentences by the voice of most of their words, from –1 "
    "(negative) to +1 (positive), as the trained Reader expects people to rate them; at the end, the number of "
    "sentences in each voice. It is another method than VADER’s: where the two differ, read the sentences.",
    "output.chart.valence.empty": "No sentence was read by the trained Reader.",
    "output.chart.toward.name": "Sentiment toward actors",
    "output.chart.toward.title": "Sentiment toward actors, mention by mention",
    "output.chart.toward.caption": "Each bar is an outlet’s mentions of the actor, as the trained Reader judges how "
    "the sentence lets the actor appear. In quoted and reported words it is the speaker’s sentiment, not the outlet’s.",
    "output.chart.toward.empty": "No mention of an actor was judged; without the trained Reader none is.",
    "output.chart.toward_voices.name": "Sentiment toward an actor by voice",
    "output.chart.toward_voices.title": "By voice: sentiment toward {subject}",
    "output.chart.toward_voices.caption": "Mean over the mentions, from –1 (negative) to +1 (positive); at the end, "
    "the number of mentions in each voice. A mean over a few mentions says little: read them.",
    "output.chart.toward_voices.empty": "No mean is given: no outlet has five mentions of this actor in one voice.",
    "output.chart.agency.name": "How acts are worded",
    "output.chart.agency.title": "Acts of force or harm by their wording",
    "output.chart.agency.caption": "Number of acts in all voices, by the form that tells them. Passive without actor, "
    "and a noun alone, leave open who acts; they may do so because nobody knows.",
    "output.chart.agency.empty": "No act of force or harm was found; without the trained Reader none is looked for.",
    "output.chart.agency_actors.name": "Who acts",
    "output.chart.agency_actors.title": "Who is named as acting",
    "output.chart.agency_actors.caption": "Number of acts by who or what does them in the outlet’s wording; the first "
    "row is acts whose wording names nobody.",
    "output.chart.agency_actors.empty": "No act of force or harm was found; without the trained Reader none is looked "
    "for.",
    "output.chart.agency_affected.name": "Who is affected",
    "output.chart.agency_affected.title": "To whom or what it is done",
    "output.chart.agency_affected.caption": "Number of acts by whom or what they affect in the outlet’s wording; the "
    "first row is acts whose wording names nobody affected.",
    "output.chart.agency_affected.empty": "No act of force or harm was found; without the trained Reader none is "
    "looked for.",
    "output.chart.loaded.name": "Loaded language",
    "output.chart.loaded.title": "Loaded words by the voice they stand in",
    "output.chart.loaded.caption": "Words that stand out in sentences whose wording is more likely loaded than not. "
    "At the end: their number, and the share of loaded sentences. The Reader learned this from what experts marked in "
    "US outlets; framing terms of the lexicons are counted apart.",
    "output.chart.loaded.empty": "No wording was held to be loaded; without the trained Reader none is looked for.",
    "output.chart.marked.title": "{what} by the voice they stand in",
    "output.chart.marked.caption": "{explained}. At the end: their number, and how many come per 1,000 words.",
    "output.chart.marked.empty": "{what}: none was found.",
    "output.act.nobody": "nobody named",
    "output.more_actors": ("{count} more is in the table.", "{count} more are in the table."),
    "output.chart.sentiment_along.name": "Sentiment along the article",
    "output.chart.sentiment_along.title": "Sentiment along the article",
    "output.chart.sentiment_along.caption": "A bar is a sentence: its place in the article, its length, and its "
    "VADER compound upwards (positive) or downwards (negative).",
    "output.chart.sentiment_along.empty": "No sentence could be scored: the articles are empty or in a language that "
    "is not read.",
    "output.chart.coverage.name": "Coverage",
    "output.chart.coverage.title": "Statements told by several outlets",
    "output.chart.coverage.caption": "Told: the outlet has a sentence much like it, by wording and names. Perhaps: one "
    "that is nearer than most; whether it tells the same is for the reader to say. Not found: none that is near; it "
    "says nothing about intent. A star: the sentences differ in a number, or one may deny what another affirms.",
    "output.chart.coverage.empty": "No statement was found in two outlets or more.",
    "output.chart.keyness.name": "Words that set outlets apart",
    "output.chart.keyness.title": "Words that set each outlet apart",
    "output.chart.keyness.caption": "Log-odds against all other outlets, weighed by frequency (z). The numbers are "
    "uses here : in all others.",
    "output.chart.keyness.empty": "No word is frequent enough in one outlet and rare enough in the others.",
    "output.chart.voices.name": "Voices",
    "output.chart.voices.title": "Whose words: own voice, quotation, reported speech",
    "output.chart.voices.caption": "Share of each outlet's words that stand in its own voice, inside quotation "
    "marks, and in reported speech. The number at the end is the outlet's words altogether.",
    "output.chart.voices.empty": "No article here is in a language that is read, so no voices are told apart.",
}
