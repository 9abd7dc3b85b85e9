"""The ground floor of English: word tables, inflection, parts of names, spellings. Imports no other room of ours."""
