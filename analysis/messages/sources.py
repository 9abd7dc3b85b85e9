"""English templates of the messages about sources."""

from __future__ import annotations

TEMPLATES: dict[str, str | tuple[str, str]] = {
    "sources.empty": "There is no text in it.",
    "sources.binary": "It is not a text but a binary file; save the article as text, HTML, PDF or DOCX and try again.",
    "sources.encoding": "It is not in UTF-8; read as {encoding}. Check accented letters and quotation marks.",
    "sources.mojibake": "Its text was decoded wrongly once before it was saved (“{before}” for “{after}”) and has been"
    " mended; check accented letters and quotation marks.",
    "sources.characters_lost": (
        "{count} character was damaged before the text was saved and is lost (shown as \ufffd).",
        "{count:,} characters were damaged before the text was saved and are lost (shown as \ufffd).",
    ),
    "sources.encoding_declared": "It says that it is in {declared}, but it is in {encoding} and was read so. Check"
    " accented letters and quotation marks.",
    "sources.encoding_broken": "It says that it is in {encoding} but is not; save it as UTF-8 and try again.",
    "sources.encoding_unknown": "Its encoding cannot be made out (from byte {position} on); save it as UTF-8 and try"
    " again.",
    "sources.too_long": (
        "It has {count:,} character; at most {limit:,} are read as one article. Split it, or make it a table with a row"
        " per article.",
        "It has {count:,} characters; at most {limit:,} are read as one article. Split it, or make it a table with a"
        " row per article.",
    ),
    "sources.too_many_lines": "It has {count:,} lines; at most {limit:,} are read as one article. Split it, or make it"
    " a table with a row per article.",
    "sources.too_big": "It has {size} MB; at most {limit} MB of this kind are read. Split it, or make it a table with a"
    " row per article.",
    "sources.groups_nested": "Its RTF groups are nested more than {limit:,} levels deep; save it as text and try"
    " again.",
    "sources.cut_off": "The file ends in the middle; what stood below is missing.",
    "sources.mail_parts": "The mail has more than {limit} parts in one another, or headers without end; save its text"
    " and open that.",
    "sources.mail_broken": "The mail is damaged; save it again from the mail program.",
    "sources.mail_too_big": "The mail has more than {limit} MB and was left out.",
    "sources.mail_attached": (
        "A file is attached to the mail and was not read ({names}); save it and open it.",
        "{count} files are attached to the mail and were not read ({names}); save them and open them.",
    ),
    "sources.mail_only_attached": "The mail has no text, only files attached to it ({names}); save them and open them.",
    "sources.evidence.mail_subject": "from the mail’s subject",
    "sources.evidence.mail_date": "the date on which the mail was sent",
    "sources.evidence.mail_sender": "the mail’s sender, “{sender}”",
    "sources.evidence.mail_forwarded": "from the lines above the forwarded mail",
    "sources.json_broken": "It is no complete JSON (line {line}); what stands above was read. Save it again.",
    "sources.no_object": "It holds no article: no object with a text.",
    "sources.webarchive_broken": "The saved page is damaged; save it again in the browser.",
    "sources.ole": "It is in an old format of Office or protected by a password; open it and save it as DOCX or XLSX"
    " without one.",
    "sources.zip_broken": "The zip is damaged or incomplete; download or save it again.",
    "sources.zip_entry": "It is damaged in the zip, or packed in a way that cannot be unpacked; unpack the zip and open"
    " it.",
    "sources.zip_empty": "There is no article in this zip: no txt, md, html, pdf, docx, odt, rtf, eml, mht, csv, tsv,"
    " xlsx, json or jsonl file.",
    "sources.zip_encrypted": "It is protected by a password; unpack the zip and open what is in it.",
    "sources.zip_nested": "It is an archive inside an archive; unpack the outer one, then open the inner one.",
    "sources.zip_many": "The zip has {count:,} entries; at most {limit:,} are read. Unpack it and open the folder.",
    "sources.unknown_inside": "Files with the ending “.{kind}” are not read from a zip; unpack it and name the file"
    " itself to read it as text.",
    "sources.unsupported": "Files of the kind “{kind}” cannot be read yet; save it as text, HTML, PDF or DOCX.",
    "sources.unknown_kind": "Files with the ending “.{kind}” are not read from a folder; name the file itself to read"
    " it as text.",
    "sources.input_too_big": "More than {limit} MB came on standard input, which is more than is read; save it in"
    " files.",
    "sources.is_pipe": "It is a pipe and not a file; hand over what comes from it as standard input (`-`).",
    "sources.is_device": "It is a device and not a file.",
    "sources.is_socket": "It is a socket and not a file.",
    "sources.link_outside": "It is a link that leads out of the folder and was not followed; open what it leads to by"
    " itself.",
    "sources.link_inside": "It is a link to what is read in this folder under its own name.",
    "sources.link_broken": "It is a link that leads nowhere.",
    "sources.folder_deep": "Its folders are nested more than {limit} deep; what lies deeper was not read.",
    "sources.missing": "There is no such file or folder.",
    "sources.unreadable": "It cannot be opened: {reason}.",
    "sources.unexpected": "It could not be read ({reason}). The other sources were.",
    "sources.child_time": "Reading it took more than {seconds} seconds of processor time and was stopped; save it as"
    " plain text and try again.",
    "sources.child_memory": "Reading it took more than {limit:,} MB of memory and was stopped; save it as plain text"
    " and try again.",
    "sources.child_crash": "The program that reads files of this kind failed on it ({reason}); save it as plain text"
    " and try again.",
    "sources.child_missing": "The process that reads files could not be started ({reason}); start the program again.",
    "sources.row_too_big": "It has more than {limit} MB in one row, which is more than is read.",
    "sources.folder_empty": "There is no article in this folder: no txt, md, html, pdf, docx, odt, rtf, eml, mbox, mht,"
    " csv, tsv, xlsx, json, jsonl or zip file.",
    "sources.address": "Addresses are not fetched unless you say so; add --fetch, or save the page and open the file.",
    "sources.address_kind": "Only http and https addresses are fetched.",
    "sources.fetch.no_address": "It is no valid address; copy it from the browser again.",
    "sources.fetch.no_server": "There is no server of this name; check the address and the network.",
    "sources.fetch.no_connection": "No connection to the server ({reason}); try later, or save the page and open the"
    " file.",
    "sources.fetch.no_connection_proxy": "No connection to the server ({reason}). Proxies that the system names are not"
    " used; save the page and open the file.",
    "sources.fetch.silent": "The server did not answer in time; try later, or save the page and open the file.",
    "sources.fetch.slow": "It did not arrive within {limit} seconds; try later, or save the page and open the file.",
    "sources.fetch.broken": "The answer broke off or is damaged; try again, or save the page and open the file.",
    "sources.fetch.status": "The server answered “{status}”; open the page in a browser, save it and open the file.",
    "sources.fetch.redirects": "It redirects more than {limit} times; open the page in a browser, save it and open the"
    " file.",
    "sources.fetch.redirect_kind": "It redirects to something else than a web page and was not fetched.",
    "sources.fetch.private": "It redirects into a private network and was not fetched.",
    "sources.fetch.coding": "The server packed it as “{coding}”, which cannot be unpacked; save the page and open the"
    " file.",
    "sources.fetch.too_big": "It has more than {limit} MB and was not fetched to its end; save it and open the file.",
    "sources.fetch.stopped": "It was stopped.",
    "sources.fetch.unexpected": "It could not be fetched ({kind}). Save the page and open the file.",
    "sources.nested": "Its HTML is nested more than {limit} levels deep; save the page as text and try again.",
    "sources.too_many_elements": "The page has {count:,} elements; at most {limit:,} are read. Copy the article’s text"
    " and paste it.",
    "sources.no_article": "No article was found on this page; copy its text and paste it.",
    "sources.page_left_out": (
        "{count} paragraph of the page ({characters:,} characters) was not taken for part of the story: {lines}",
        "{count} paragraphs of the page ({characters:,} characters) were not taken for part of the story: {lines}",
    ),
    "sources.page_several": "The page holds {count} separate texts, which were read as one article: {lines}",
    "sources.page_data": "The page shows less of the story than its data hold ({where}); it was read from there.",
    "sources.pdf_encrypted": "The PDF is protected by a password; save a copy without one and try again.",
    "sources.pdf_broken": "The PDF is damaged or incomplete; download or save it again.",
    "sources.pdf_pictures": "The PDF has pictures of pages but no text; run text recognition (OCR) on it first.",
    "sources.pdf_pages": "The PDF has {count:,} pages; at most {limit:,} are read. Split it.",
    "sources.pdf_garbled": "The PDF does not say which letters its signs stand for, so that its text cannot be read;"
    " run text recognition (OCR) on it first, or save it anew from its program.",
    "sources.pdf_scanned": (
        "Page {pages} is a picture and was not read; if there is text in it, run text recognition (OCR) on the PDF"
        " first.",
        "Pages {pages} are pictures and were not read; if there is text in them, run text recognition (OCR) on the PDF"
        " first.",
    ),
    "sources.pdf_unknown": "{count:,} signs in it are left out, since the PDF does not say which letters they stand"
    " for; compare the text with the page.",
    "sources.pdf_headlines": "There is another headline in it (“{headline}”); all its text is read as one article. Save"
    " each article in a file of its own.",
    "sources.archive_broken": "The file is damaged or not what its ending says; open it in its program and save it"
    " again.",
    "sources.archive_wrong": "The file is not what its ending says (it has no {part}); save it again from its program.",
    "sources.archive.label": "{archive} names it under “{label}”.",
    "sources.archive.place": "It stands where {archive} prints it, without a name.",
    "sources.archive.short": "The archive says that it has {stated:,} words; {read:,} were found. Look whether its text"
    " is cut off.",
    "sources.archive.abstract": "Its text is what the reference gives as its abstract.",
    "sources.several.cut": "The file was read as {count:,} articles: each has a headline and an origin of its own.",
    "sources.several.maybe": (
        "{count:,} headlines with bylines or dates of their own stand in it; it may hold several articles."
    ),
    "sources.archive.count": "The file says that it holds {stated:,} documents; {found:,} were found in it.",
    "sources.archive.marks": "By the numbers or last lines of documents it should hold {marks:,}; {found:,} were found."
    " Look whether two were read as one.",
    "sources.archive.cut_off": "The file breaks off in this document: what stands below each of the others is missing.",
    "sources.archive.left_out": (
        "{count:,} line of the file belongs to none of its documents and was left out: {lines}",
        "{count:,} lines of the file belong to none of its documents and were left out: {lines}",
    ),
    "sources.archive.empty": "This document of the archive has no text (“{title}”).",
    "sources.archive.more_empty": (
        "{count:,} further document of the archive has no text.",
        "{count:,} further documents of the archive have no text.",
    ),
    "sources.docx_inserted": "The document shows another file in its text ({name}), which could not be read and is"
    " missing; open the document in Word, save it and try again.",
    "sources.bomb": "The file unpacks to far more than its size ({size} MB) and was not opened.",
    "sources.entities": "The file defines XML entities, which no office program does, and was not opened.",
    "sources.no_text_column": "The table has no column that holds the articles’ text (its columns: {columns}); say"
    " which one does.",
    "sources.titles_only": "The table lists articles by title and address but holds no texts (its columns: {columns});"
    " export it with the texts, or open the pages themselves.",
    "sources.teaser_column": "The table holds no full text here; its column “{column}” is read, which is an opening or"
    " summary.",
    "sources.cut_by_service": "The service that wrote this table gives only the beginning of the text; the rest is"
    " missing.",
    "sources.columns_unknown": "No column of this table is known to hold the outlet or the date (others: {columns});"
    " say which one does (--column outlet=NAME, --column date=NAME, or Choose columns in the window).",
    "sources.date_of_file_name": "The text states no date; {date} is taken from the name of its file.",
    "sources.paid": "It says that it is no report of the outlet (“{line}”): paid content or a press release.",
    "sources.table_look": "Its first rows were looked at.",
    "sources.from_column": "from the column “{column}”",
    "sources.from_domain": "no name is stated; the domain in the column “{column}”",
    "sources.no_such_column": "The table has no column “{column}”; its columns: {columns}.",
    "sources.row_without_text": "The row has no text in the column “{column}”.",
    "sources.row_too_long": "The row has {cells} cells where the table has {columns} columns.",
    "sources.too_many_columns": "It has more than {limit:,} columns, which is more than is read; keep those that matter"
    " in a copy and open that.",
    "sources.more_rows": ("{count:,} further row could not be read.", "{count:,} further rows could not be read."),
    "sources.quote_open": "A quotation mark in row {row} is not closed; the row was left out, those below were read.",
    "sources.line_too_long": "Row {row} has more than {limit:,} characters in a cell and was left out.",
    "sources.json_page": "The service names {total:,} results; this file holds {count:,} of them.",
    "sources.json_beside": (
        "Beside the articles stands a text under “{name}” that lacks what they have, such as a title; it was not read.",
        "Beside the articles stand {count:,} texts under “{name}” that lack what they have, such as titles; they were"
        " not read.",
    ),
    "sources.line_broken": "Line {line} is not a JSON object.",
    "sources.too_many_broken": "It has {count:,} broken lines so far; the rest was not read.",
    "sources.duplicate": "It is the same article as {other}, which is kept.",
    "sources.removed": (
        "{count} line that is no part of the story was left out: {lines}",
        "{count} lines that are no part of the story were left out: {lines}",
    ),
    "sources.outlet_from_credit": "The outlet is not stated; {outlet} is taken from a credit.",
    "sources.date_either": "The date “{printed}” is read as {read}; it can also be {other}. Nothing near it shows which"
    " number is the day.",
    "sources.not_scored": "It is in another language ({language}) than English; it can be read but is not scored.",
    "sources.tally.lost": (
        "It says that it holds {stated:,}, and {count:,} was not found in it. Look for it there, and paste it or save"
        " it in a file of its own.",
        "It says that it holds {stated:,}, and {count:,} were not found in it. Look for them there, and paste them or"
        " save them in files of their own.",
    ),
    "sources.tally.more": "It says that it holds {stated:,}, and {read:,} were found in it. Look whether one was cut in"
    " two.",
    "sources.tally.account": "It says that it holds {stated:,}: {read:,} read, {skipped:,} skipped, {missing:,}"
    " missing.",
    "sources.tally.account_twice": "It says that it holds {stated:,}: {read:,} read, {duplicates:,} the same as"
    " another, {skipped:,} skipped, {missing:,} missing.",
    "sources.tally.files": ("{count:,} file", "{count:,} files"),
    "sources.tally.read": ("{count:,} article read", "{count:,} articles read"),
    "sources.tally.duplicates": ("{count:,} the same as another", "{count:,} the same as another"),
    "sources.tally.skipped": ("{count:,} skipped", "{count:,} skipped"),
    "sources.tally.missing": ("{count:,} missing", "{count:,} missing"),
}
