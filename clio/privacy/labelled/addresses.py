"""Addresses, found by a street's kind and number in the ways of several countries, or by what introduces them."""

from clio.privacy.labelled.rule import CAPITAL, UPPER, Labelled, rule

_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq"
    r"|Terrace|Parkway"
    r"|Pkwy|Highway|Hwy|Close|Crescent|Circle|Cir|Trail|Alley|Row|Mews|Gardens|Quay|Plaza)"
)
_UNIT = r"(?:[\s,]+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor)\.?\s#?\d+[A-Za-z]?\b|,?\s#\s?\d+\b)"
_TOWN = rf"(?:[\s,]+{CAPITAL}(?: {CAPITAL})?,?\s+[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?)"
_STREET_WORD = rf"(?:{CAPITAL}|[NSEW]\.?|\d{{1,3}}(?:st|nd|rd|th))"
_STREET_ENDING = (
    r"(?:straße|strasse|str\.|gasse|allee|chaussee|gatan|gata|laan|straat|gracht|kade|weg|gade|vej|vägen"
    r"|veien"
    r"|vegen|vegur|stræde|stræti|straeti|katu|kuja|tie|utca|plein|platz|damm|ufer)"
)
_POSTED = (
    rf"(?:(?:[\s,>]+(?:[{UPPER}][\w'’.-]{{0,30}}|de|la|of|do|am)){{1,6}}[\s,>]+\d{{4,6}}(?:-\d{{4}})?\b)"
)
_LATER = rf"(?:,?\s(?:D-|F-|A-)?\d{{4,5}}(?:\s[A-Z]{{2}})?\s{CAPITAL})"
_TAIL = rf"(?:{_POSTED}|{_LATER})?"
_OF = r"(?:(?:de|du|des|la|las|los|el|della|dei|degli|di|do|da|dos|das|del|l['’]|d['’])\s?){0,3}"
_PLACED = (
    rf"(?:{CAPITAL}|[A-Z]\.|\d{{1,2}}(?:er|ème|de)?)(?:\s(?:(?:de|du|des|di|da|do|e|y"
    rf"|et)\s)?{CAPITAL}){{0,3}}"
)
_NO_LOWER_STREET = (
    r"(?:(?!(?:minutes?|miles?|hours?|days?|people|more|other|way|ways|of|from|the|to|on|in|and|per|wall|open"
    r"|busy|dirt|hard|disk|test|sex|lane|main roads?)\b)[a-z]{3,15}\s){1,2}"
)

ADDRESSES: tuple[Labelled, ...] = (
    rule(
        "ADDRESS",
        "address|live",
        r"(?i:\b(?:address(?:es)?(?: is| are| to|,? here (?:they|it) (?:is|are))?\s*:?|(?:lives?|living)"
        r" (?:at|on)"
        r"|given \w+ \w+ address:)\s+)(?P<value>\d{1,6}[A-Za-z]?[ ,]+[^\W_][^\n?!;<>]{3,80}?)(?=[.](?:\s|$)"
        r"|[?!;\n]|$)",
    ),
    rule(
        "ADDRESS",
        "st|ave|road|rd|boulevard|blvd|lane|ln|dr|court|ct|way|place|pl|sq|terrace|p|hwy|close|cr|ci|trail"
        "|row|mews",
        rf"(?P<value>\b\d{{1,6}}[A-Za-z]?,?\s+(?:\d{{1,5}}\s+)?(?:{_STREET_WORD}\s+){{1,4}}"
        rf"{_STREET}\b\.?{_UNIT}?(?:{_TOWN}|{_TAIL}))",
    ),
    rule(
        "ADDRESS",
        "apt|apartment|suite|ste|unit|flat",
        rf"(?P<value>\b\d{{1,6}}\s(?:\d{{1,5}}\s)?[{UPPER}][^\n!?;<>@]{{2,40}}?{_UNIT}(?:{_UNIT})?{_TAIL})",
    ),
    rule(
        "ADDRESS",
        "box",
        rf"(?P<value>(?:\b\d{{1,6}}\s)?(?i:\bP\.? ?O\.? Box)\s+\d+{_UNIT}?(?:{_TOWN}|{_TAIL}))",
    ),
    rule(
        "ADDRESS",
        "street|avenue|road|lane|drive|boulevard",
        rf"(?P<value>(?<![\w.,$-])[1-9]\d{{0,4}} {_NO_LOWER_STREET}(?:street|avenue|road|drive|boulevard)\b)",
    ),
    rule(
        "ADDRESS",
        "rue|via|corso|largo|piazza|calle|c/|carrera|plaza|paseo|avenida|rua|travessa|ul|chemin|allée|praça|al."
        "|quai|impasse|boulevard|avenue|place|viale|vicolo",
        r"(?P<value>\b(?:Rue|Via|Viale|Corso|Largo|Vicolo|Piazza|Calle|C/|Carrera|Cra\.|Plaza|Paseo"
        r"|Avenida|Avda?\."
        r"|Rua|Travessa|Ulica|[Uu]l\.|[Aa]l\.|[Pp]l\.|Chemin|Allée|Avenue|Boulevard|Quai|Impasse|Place|Praça)"
        rf"\s{_OF}{_PLACED},?\s(?:n[.º°]\s?|nº\s?|#\s?)?\d{{1,5}}[a-z]?\b(?:[ -/]\d{{1,4}}\b)?{_TAIL})",
    ),
    rule(
        "ADDRESS",
        "rue|avenue|boulevard|place|chemin|allée|impasse|quai|cours|route|square|passage",
        r"(?P<value>\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?i:rue|avenue|av\.|boulevard|bd|place|chemin|allée"
        r"|impasse"
        rf"|quai|cours|route|square|passage)\s{_OF}{_PLACED}{_TAIL})",
    ),
    rule(
        "ADDRESS",
        "straße|strasse|str.|gasse|allee|chaussee|gat|laan|straat|gracht|kade|weg|gade|vej|väg|ve|str|katu|kuja"
        "|tie|ut|plein|platz|damm|ufer|tér",
        rf"(?P<value>(?:\b\d{{3,6}}\s)?\b(?:[{UPPER}][\w-]{{1,30}}\s)?[{UPPER}][\w-]{{0,40}}(?:{_STREET_ENDING}|\s[Ss]tra(?:ß|ss)e"
        rf"|\sutca|\sút|\su\.|\stér)\s\d{{1,5}}[a-z]?\b{_UNIT}?{_TAIL})",
    ),
    rule(
        "ADDRESS",
        "am |an |auf |im |zum |zur |unter ",
        rf"(?P<value>\b(?:Am|An de[rn]|Auf de[rmn]|Im|Zum|Zur"
        rf"|Unter den)\s{CAPITAL}(?:\s{CAPITAL})?\s\d{{1,3}}[a-z]?,\s\d{{5}}\s"
        rf"{CAPITAL})",
    ),
    rule(
        "ADDRESS",
        "apt|apartment|suite",
        r"(?P<value>\b(?:Apt|Apartment)\.? #?\d{1,5}\b|(?<=[\n>])[ \t>]{0,3}Suite \d{1,5}\b"
        r"|\bSuite \d{2,5}\s\d{3,5}(?=\s[A-Z]))",
    ),
    rule(
        "ADDRESS",
        "0|1|2|3|4|5|6|7|8|9",
        rf"(?P<value>\b{CAPITAL}(?: {CAPITAL}){{0,2}},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]"
        rf"|LA|M[ADEINOST]"
        r"|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \d{5}(?:-\d{4})?\b)",
    ),
    rule(
        "ADDRESS",
        "apo|fpo|dpo",
        r"(?P<value>(?:\b(?i:unit|psc) \d{1,6},? (?i:box) \d{1,6}\s{1,2}|\bUS[A-Z]{1,4} \w{2,30}\s{1,2})?"
        r"\b(?i:[AFD]PO),? (?i:A[AEP])\s\d{5}\b)",
    ),
    rule(
        "ADDRESS",
        "sent|send|locat|meet|office|ship|deliver|arrive|drop|address|lives|in |at ",
        r"(?i:\b(?:(?:sent|send it|ship(?:ped)?(?: it)?|deliver(?:ed)?(?: it)?|updated?|addressed) to"
        r"|located (?:at|in)"
        r"|meet (?:me|you|us) at|(?:is|it['’]s|arrived|off|primary) (?:at|in)|lives? (?:on|at)"
        r"|address:?(?: to| with| is)?)\s+)"
        rf"(?P<value>\d{{1,6}}\s(?:\d{{1,5}}\s)?{CAPITAL}(?:\s{CAPITAL}){{0,3}}\s\d{{1,5}}[a-z]?\b\.?{_UNIT}?{_TAIL})",
    ),
    rule(
        "ADDRESS",
        "corner of",
        rf"(?i:\bcorner of )(?P<value>(?:\d{{1,5}} )?(?:ul\. )?{CAPITAL}(?: {CAPITAL}){{0,3}}(?: \d{{1,5}}| str)?"
        rf" and {CAPITAL}(?: {CAPITAL}){{0,2}})",
    ),
    rule(
        "ADDRESS",
        "0|1|2|3|4|5|6|7|8|9",
        r"(?P<value>\b(?:(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dA-Z]?"
        r"|\d[A-HJKPSTUW]) \d[ABD-HJLNP-UW-Z]{2})"
        r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)\b)",
    ),
    rule(
        "ADDRESS",
        "号|號",
        r"(?P<value>[\u4e00-\u9fff]{2,16}(?:路|街|道|巷|弄)\d{1,5}[号號](?:\d{1,4}(?:室|楼|栋|单元|號樓))*)",
    ),
)
