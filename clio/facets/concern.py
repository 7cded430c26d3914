"""A rule-based concern score, 1 (ordinary) to 5 (clearly harmful), for runs without a language model.

English only: a request in any other language gets 1, whatever it says. Words of a harmful subject raise the score,
intent ("how to make", "without getting caught") raises it further, and a protective, learning or fictional frame
lowers it. Rules see words and not meaning: read the means of groups, never one conversation's score.
"""

import re
from typing import NamedTuple

READ_CHARS = 1_000


class _Subject(NamedTuple):
    """A subject of concern: the score its words alone get, and the score with intent to do it."""

    name: str
    words: re.Pattern[str]
    mentioned: int
    intended: int


def _subject(name: str, mentioned: int, intended: int, words: str) -> _Subject:
    return _Subject(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE), mentioned, intended)


_SUBJECTS: tuple[_Subject, ...] = (
    _subject(
        "weapons", 3, 5,
        r"bombs?|explosives?|pipe ?bombs?|grenades?|molotov|napalm|thermite|silencers?|ghost guns?|bump stock|landmines?"
        r"|chemical weapons?|bio ?weapons?|nerve (?:gas|agent)|sarin|ricin|anthrax|dirty bomb|nuclear (?:bomb|weapon)s?"
        r"|ied|poison(?:ing|ed|s)?|cyanide|arsenic|3d[- ]printed? guns?|untraceable (?:gun|weapon)s?",
    ),
    _subject("weapons, ordinary", 2, 3, r"guns?|firearms?|rifles?|pistols?|shotguns?|ammo|ammunition|weapons?|knives|gunpowder|ar-?15"),
    _subject(
        "drugs", 3, 5,
        r"meth(?:amphetamine)?|cocaine|crack|heroin|fentanyl|lsd|mdma|ecstasy|ketamine|ghb|rohypnol|roofies?|crystal meth|dmt"
        r"|opium|shrooms|magic mushrooms|pcp|angel dust|oxycodone|oxycontin|drug deal(?:er|ing)s?|sell(?:ing)? drugs"
        r"|illegal drugs?|hard drugs|date rape|spike (?:a|her|his|their|someone'?s?) drinks?",
    ),
    _subject("drugs, ordinary", 2, 3, r"drugs|weed|marijuana|cannabis|get(?:ting)? high|joint to smoke|bong|adderall|xanax|steroids|stoned|dui|drunk driv\w+"),
    _subject(
        "violence", 3, 5,
        r"murder(?:ing|ed|er|s)?|kill(?:ing|s)? (?:him|her|them|someone|somebody|people|my|a (?:person|man|woman|child|dog|cat)"
        r"|the (?:president|neighbou?r)|everyone|you)|assassinat\w+|behead\w*|massacre|mass shooting|school shooting|shoot up|terroris\w+"
        r"|tortur(?:e|ing)|stab(?:bing)?|strangl\w+|chok(?:e|ing) (?:him|her|someone|out)|kidnap\w*|abduct\w*|hit ?man|beat(?:ing)? (?:up|him|her|my (?:wife|kid|child|girlfriend))"
        r"|break (?:his|her|their|someone'?s) (?:legs?|neck|arms?|bones?|knee ?caps?)|dismember\w*|arson|burn(?:ing)? down|dead body|dispose of (?:a |the )?bod(?:y|ies)"
        r"|hide (?:a |the )?bod(?:y|ies)|hurt (?:him|her|them|someone|people|my \w+|a \w+)|attack (?:him|her|someone|a \w+)|(?:run|push) (?:over|someone|him|her) (?:with|off)"
        r"|torment\w*|abus(?:e|ing) (?:my|a|him|her|animals|dogs|children|kids)",
    ),
    _subject("violence, ordinary", 2, 3, r"punch(?:ing)?|slap|fight(?:ing)? (?:him|her|someone|my)|revenge|get (?:back at|even with)|violen(?:t|ce)|threaten\w*|bully(?:ing)?|bullied|kill|killed|killing|killer"),
    _subject(
        "self-harm", 3, 4,
        r"suicid\w+|kill(?:ing)? myself|end(?:ing)? my (?:own )?life|self[- ]harm|cut(?:ting)? myself|hurt(?:ing)? myself|want to die|overdos\w+|hang(?:ing)? myself"
        r"|anorexi[ac]|pro[- ]ana|purg(?:e|ing) (?:food|after)|starve myself|slit my wrists?|jump off a (?:bridge|building)",
    ),
    _subject(
        "hacking", 3, 5,
        r"hack(?:ing|ed|s)? (?:into|my|a|an|the|someone\w*|his|her|their|into)?|malware|ransomware|keylogger|trojan|botnet|ddos|phish(?:ing)?|spyware|rootkit|sql injection"
        r"|zero[- ]day|crack(?:ing)? (?:a |the |someone'?s )?(?:passwords?|wi-?fi|safe|software)|steal(?:ing)? (?:\w+ ){0,2}(?:passwords?|data|wi-?fi|identity|credentials|accounts?)"
        r"|brute[- ]force|bypass(?:ing)? (?:security|drm|a paywall|the login|authentication)|jailbreak|computer virus",
    ),
    _subject("theft", 3, 5, r"steal(?:ing|s)?|stole|shoplift\w*|rob(?:bing|bery)?|burglar\w*|burgle|pick(?:ing)? (?:a |the )?(?:locks?|pockets?)|pickpocket\w*|hot ?wire|break(?:ing)? into|carjack\w*|siphon\w*|embezzl\w*|looting|pirat(?:e|ed|ing) (?:movies?|software|music|games?|copies)"),
    _subject(
        "fraud", 3, 5,
        r"scam(?:s|ming|mers?)?|fraud(?:ulent)?|counterfeit\w*|fake (?:ids?|i\.d\.?|money|passports?|checks?|documents?|reviews?|vaccine|prescriptions?|news|degree)|forge(?:d|ry)?|launder(?:ing)? money|money launder\w+"
        r"|ponzi|pyramid scheme|insider trading|evad(?:e|ing) tax\w*|tax evasion|cheat(?:ing)? on (?:my |a |the )?(?:tax\w*|exams?|tests?)|identity theft|blackmail\w*|extort\w*|brib(?:e|ery|ing)|credit card (?:numbers|fraud)|insurance fraud|plagiari[sz]e",
    ),
    _subject("deceit", 2, 3, r"cheat(?:ing)? (?:on|in|at)|l(?:ie|ying) (?:to|about|on)|catfish\w*|manipulat(?:e|ing)|gaslight\w*|impersonat\w+|pretend to be|prank|sabotag\w+|get (?:someone|him|her|my \w+) fired|underage|fake (?:sick|being|an? \w+)"),
    _subject(
        "hate", 4, 5,
        r"nigg(?:er|a)s?|fag(?:got)?s?|kikes?|sp[iy]cs?|chinks?|gooks?|wetbacks?|trann(?:y|ies)|ragheads?|towel ?heads?|white (?:power|supremac\w+|race)|heil hitler|gas the"
        r"|ethnic cleansing|genocide|race war|kkk|klan|neo[- ]nazis?|master race|subhumans?|(?:jews|blacks|black people|muslims|mexicans|gays|women|immigrants|asians|white people|whites|arabs|latinos|hispanics|men|trans people) (?:are|should|deserve|smell|have smaller|can't|need to)"
        r"|why (?:are|do) (?:jews|blacks|black people|muslims|mexicans|gays|women|immigrants|asians|arabs|latinos|hispanics|indians|chinese people)",
    ),
    _subject("hate, ordinary", 2, 3, r"racis[tm]|racial slurs?|slurs?|sexis[tm]|homophob\w+|nazis?|hitler|hate (?:\w+ )?(?:people|women|men|him|her|them|my)|bigot\w*|stereotypes?|offensive jokes?|dark jokes?|retard(?:ed|s)?|insults?|mean things?|make fun of"),
    _subject("minors", 5, 5, r"child porn\w*|cp links|lolita|(?:sex|sexual\w*|nudes?|naked|sleep|dat(?:e|ing)) (?:\w+ ){0,3}(?:minors?|child(?:ren)?|kids?|underage|1[0-7][- ]year[- ]olds?|little (?:girl|boy)s?)|pedophil\w*|molest\w*|groom(?:ing)? (?:a |minors|children|kids|young)"),
    _subject(
        "sexual", 3, 4,
        r"porn\w*|nudes?|naked|sex(?:ual(?:ly)?)?|rape|raping|rapist|sexting|erotic\w*|blow ?jobs?|orgasms?|masturbat\w*|dick|cock|pussy|tits|boobs|cum|incest|bestiality|prostitut\w*|hookers?|escorts?|upskirt|grope|groping|strip(?:per|pers| club)|horny|fetish\w*|bdsm",
    ),
    _subject(
        "stalking", 3, 5,
        r"stalk(?:ing|er|ed)?|spy(?:ing)? on|track(?:ing)? (?:my (?:ex|wife|husband|girlfriend|boyfriend)|someone|her|him)|hidden cameras?|(?:secretly|without (?:them|him|her|their) know\w*)|dox+(?:ing)?"
        r"|(?:find|get) (?:out )?(?:where )?(?:someone|somebody|he|she|his|her|my ex|this (?:person|woman|girl|man|guy))(?:'s|s)? (?:lives?|home address|address|house)|home address(?:es)? of|tap(?:ping)? (?:a |someone'?s )?phone|harass\w*|peep(?:ing)?",
    ),
    _subject(
        "evasion", 3, 4,
        r"(?:without|not|avoid) (?:getting|being|get) (?:caught|detected|arrested|noticed|traced|in trouble)|get away with|(?:avoid|evad(?:e|ing)|fool|beat|pass|cheat) (?:the police|the cops|detection|arrest|a drug test|drug tests?|a lie detector|a polygraph|a breathalyzer)|cover (?:up )?my tracks|smuggl\w+|fake (?:an? )?alibi|illegally|illegal|black market|dark ?web|launder",
    ),
    _subject("profanity", 2, 2, r"fuck\w*|shit(?:ty)?|bitch(?:es)?|assholes?|cunts?|bastards?|whores?|sluts?|motherfuck\w*|dumbass|piss(?:ed)? off"),
)

_INTENT = re.compile(
    r"\bhow (?:do|can|could|would|should|to|might|d'?you|did) (?:i|we|you|one|someone|people)?\b|\bhow to\b|\bwhat(?:'s| is| are|s) (?:the |some |a )?(?:best|easiest|good|fastest|most \w+|ways?|right)\b"
    r"|\b(?:teach|show|tell|help) me\b|\bhelp (?:with|me)\b|\bi(?:'m| am)? (?:want|need|wanna|going|gonna|trying|planning|thinking|would like|'d like|have decided|plan)\b|\bcan (?:i|you)\b|\bcould (?:i|you)\b"
    r"|\bgive me\b|\binstructions?\b|\bwhere (?:can|do|could|should|would) (?:i|you)\b|\bways? to\b|\btips?\b|\b(?:make|build|create|buy|get|cook|sell|write|find|plan)\b.{0,25}$|\bshould i\b|\brecommend\b|\bsteps?\b",
    re.IGNORECASE,
)
_CRIME = re.compile(
    r"\b(?:get away with|without (?:getting|being) (?:caught|detected|traced)|without (?:anyone|them|him|her|my \w+) (?:know|notic|find)\w*|untraceable|undetected|undetectable|secretly)\b", re.IGNORECASE
)
_FRAME = re.compile(
    r"\b(?:prevent\w*|protect\w*|avoid(?:ing)? (?:being|becoming|scams|phishing|identity)|detect\w*|recogni[sz]e|report(?:ing)?|stop(?:ping)? (?:someone|him|her|my|people|bullying|smoking|drinking)|defen[ds]\w*|secure|safety|safely|security|awareness|victims?|survivors?|recover(?:y|ing|ed)?"
    r"|history|histor\w+|law|laws|legal(?:ly)?|definition|define|meaning|statistics|essay|research\w*|educat\w*|class|lesson|novel|story|fiction|movie|film|book|song|lyrics|poem|game|character|screenplay|documentary|article|summari[sz]e|summary|classify|sentence|paragraph|headline"
    r"|symptoms?|treat(?:ment|ing)?|therap\w+|support|quit(?:ting)?|addict\w*|charit\w+|campaign|alert|my card|was stolen|been stolen|got stolen|lost or stolen|stolen)\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:killer (?:app|deal|whale|workout|outfit)|kill(?:s|ing)? (?:time|two birds|weeds|a process|it\b|the (?:process|lights?|engine|music|vibe))|kill(?:ed|s)? (?:\w+ )?(?:bacteria|germs|weeds|viruses|mold|ants|bugs|insects|cancer cells)|to kill a mockingbird|photo ?shoot|trouble ?shoot\w*"
    r"|bath bombs?|hackathon|life ?hacks?|growth hack\w*|hack (?:for|to) (?:sav|clean|cook)\w*|crack(?:ed|ing|s)? (?:an? )?(?:eggs?|the code|jokes?|knuckles|pepper|windshield|screen|phone)|sex (?:of|ratio|education)|food poisoning|poison ivy|joint (?:pain|account)|same[- ]sex|weed(?:s|ing)|drug ?stores?"
    r"|shot of|knives? set|kitchen kniv\w+|glue guns?|nail guns?|heat guns?|top guns?|cocktail|rip[- ]?off|the fraud department|fraud (?:alert|department|protection|detection)|report(?:ing)? (?:a )?fraud|fraudulent (?:charge|activity|transaction)s?|security breach)\b",
    re.IGNORECASE,
)


def concern(text: str) -> int:
    """How concerning an English request is, 1..5, by the strongest subject in its first 1,000 characters."""
    text = text[:READ_CHARS]
    if not _ANY.search(text):
        return 1
    text = _HARMLESS.sub(" ", text)
    hits = [subject for subject in _SUBJECTS if subject.words.search(text)]
    if not hits:
        return 1
    intended = _INTENT.search(text) is not None
    score = max(subject.intended if intended else subject.mentioned for subject in hits)
    if _CRIME.search(text):
        score = max(score, 4)
    elif _FRAME.search(text):
        score -= 2 if score > 3 else 1
    return min(5, max(1, score))


_ANY = re.compile("|".join(subject.words.pattern for subject in _SUBJECTS), re.IGNORECASE)
