"""Words that open, close or fill a conversation and ask for nothing, in the commonest languages."""

import re


def _either(lines: str) -> str:
    """The lines of a pattern list as one group; a line that ends in a bar is continued."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()).replace("||", "|") + ")"


_GREETING = (
    _either(r"""
    hi(?:ya)?|hello|hey|heya|howdy|yo|greetings|(?:good )?(?:morning|afternoon|evening)|good day
    hola|buen[oa]s (?:días|dias|tardes|noches)|buenas|bonjour|bonsoir|salut|coucou
    hallo|guten (?:morgen|tag|abend)|moin|servus|grüß gott|olá|ola|oi|bom dia|boa (?:tarde|noite)
    ciao|salve|buongiorno|buonasera|привет|здравствуйте|добрый день|안녕하세요|안녕|مرحبا|السلام عليكم|नमस्ते
    merhaba|hej|hei
    """)
    + r"(?: (?:there|again|everyone|all|claude|chatgpt|gpt|assistant|bot|friend|team|sir|madam))?"
)
_THANKS = _either(r"""
    thank(?:s| you)(?: (?:so|very) much| a lot| a bunch| again| in advance)?|thx|ty|cheers|much appreciated
    appreciate it
    (?:muchas )?gracias|merci(?: beaucoup)?|danke(?: schön| sehr)?|vielen dank|(?:muito )?obrigad[oa]
    grazie(?: mille)?
    спасибо|감사합니다|고마워
""")
_ANSWER = _either(r"""
    yes|yeah|yep|yup|sure|no|nope|nah|right|correct|exactly|indeed|of course|sorry|sí|si|claro|oui|non|d'accord
    bien sûr|ja|nein|genau|na ja|sim|não|certo|да|нет|네|예|はい|いいえ|bye(?: bye)?|goodbye|see you(?: later)?
    test(?:ing)?|ping|start
""")
"""Alone they ask for nothing; before other words they say what those mean ("no, that is wrong")."""
_FILLER = _either(r"""
    ok(?:ay)?|great|perfect|awesome|cool|nice|wonderful|excellent|fine|good|alright|all right|wow|hm+|umm?|uh+
    oh|ah|well|so|lol|haha+|excuse me|got it|i see|sounds (?:good|great)|vale|de acuerdo|tá|хорошо
""")
_POLITE = r"(?:please|kindly|por favor|s'il (?:te|vous) pla[iî]t|bitte)"
_UNSPACED = _either(r"""
    你好|您好|大家好|早上好|嗨|请问|请你?|麻烦(?:你|您)?|劳驾|谢谢(?:你|您)?|感谢|多谢|好的|嗯+|是的|对
    こんにちは|こんばんは|おはよう(?:ございます)?|ありがとう(?:ございます)?
""")
_MARKS = r"[\s,.!?;:\-–—~…。，！？、；)]"

_OPENING = re.compile(
    rf"(?P<unspaced>{_UNSPACED}{_MARKS}*)|(?P<polite>{_POLITE}(?!\w){_MARKS}*)"
    rf"|(?P<greeting>(?:{_GREETING}|{_THANKS})(?![\w'’]|-\w))(?P<greeting_end>{_MARKS}*)"
    rf"|(?P<filler>{_FILLER}(?![\w'’]|-\w))(?P<filler_end>{_MARKS}*)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    _either(r"""
    i|i['’](?:m|d|ve|ll)|we|my|can|could|would|will|may|do|does|did|is|are|what|what['’]s|how|when|where|why
    who|which
    please|need|want|looking|help|tell|show|find|give|let['’]s|if|now|also
    quiero|necesito|puedes?|podrías|me|cómo|qué|je|peux-tu|pouvez-vous|comment|quel(?:le)?|j['’]\w+
    ich|kannst|können|wie|was|eu|preciso|quero|você|pode|como|мне|как|можешь|помоги
    """)
    + r"(?!\w)",
    re.IGNORECASE,
)
"""A greeting without a comma is one only before such a word: "hello world in Rust" opens with none."""

_INTERJECTION = re.compile(r"ok(?:ay)?|oh|ah|umm?|uh+", re.IGNORECASE)
_ONLY_ANSWERS = re.compile(rf"(?:(?:{_ANSWER}|{_FILLER}|{_THANKS}|{_POLITE})(?!\w){_MARKS}*)+", re.IGNORECASE)

_SMALL_TALK = re.compile(
    _either(r"""
    (?:so,? )?how (?:are|r) (?:you|u|things|ya)(?: doing)?|how(?:'s| is) (?:it going|everything|life)
    how do you do|all good
    what'?s (?:up|new)|(?:it'?s )?nice to (?:meet|see|talk to) you(?: too)?
    (?:are )?you (?:there|here|ready|busy|online|awake|around|a bot|a robot|human)
    (?:is )?any(?:one|body) (?:there|here|home)
    (?:can|could|may|will|would) (?:you|i) (?:please )?help(?: me)?(?: out)?(?: with something)?
    (?:can|could|may) i ask (?:you )?(?:something|a (?:(?:quick|stupid|silly|small) )?(?:question|favou?r))
    i (?:could use|need|want)(?: (?:some|your|a (?:little|bit of|hand)))?(?: help)?(?: with (?:something|this|that|it))?
    (?:(?:(?:this|it)(?:'s| is) )?my )?first time (?:here|(?:using|with|trying) (?:this|it|you|one of these))
    (?:i(?:'ve| have) )?never (?:used|tried|done) (?:this|it|you|one of these)(?: before)?
    (?:i )?just installed (?:this|it|you)|(?:i(?:'m| am) )?(?:still )?new (?:here|(?:to|at|with) (?:all )?(?:this|it))
    i(?:'m| am) (?:fine|good|ok(?:ay)?|great|well|doing (?:well|fine|good|great))(?:,? (?:and you|thanks|
    thank you))?
    i (?:have|'ve got|got) (?:a|one|some|another) (?:quick )?(?:question|request)s?(?: for you)?
    (?:that(?:'s| is|'ll be| will be| was)|it(?:'s| is)) (?:all|it|great|good|fine|perfect|right|correct|
    ok(?:ay)?)(?: for now)?
    (?:that|it) (?:sounds|looks) (?:good|great|fine|perfect)(?: to me)?|you(?:'re| are) welcome
    have a (?:good|great|nice) (?:day|one|evening|night|weekend)(?: too)?
    i (?:really )?appreciate (?:it|that|your help)
    qué tal|que tal|cómo estás?|como está[s]?|comment (?:ça|ca) va|ça va|comment allez-vous
    wie geht(?:'s|s| es dir| es ihnen)?|tudo bem|como vai(?: você)?|come stai|как дела
    你(?:好吗|在吗)|在吗|最近怎么样|元気(?:ですか)?|お元気ですか
    (?:tengo una|j'ai une|ich habe eine|tenho uma) (?:pregunta|question|frage|pergunta|duda|dúvida)
    est[áa]s ah[íi]|(?:te puedo|puedo) preguntar(?:te)? (?:algo|una cosa)
    tu es là|(?:je peux|puis-je) (?:te |vous )?(?:poser une question|demander quelque chose)
    bist du da|darf ich (?:dich |sie )?(?:et)?was fragen
    (?:você )?está aí|posso (?:te |lhe )?perguntar (?:uma coisa|algo)|(?:可以|能)问(?:你|您)?(?:一)?个问题吗
    (?:puedes|podrías) ayudarme|(?:peux-tu|pouvez-vous) m'aider|kannst du mir helfen|pode me ajudar
    """)
    + r"(?: today| please| thanks| then| now)?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    _either(r"""
    (?:and |so |but )?(?:what|how) about (?:this|that|it|these|those)(?: one)?
    (?:do|try|explain|fix|solve|check|read|see|look at|answer|help with|translate|summari[sz]e) (?:it|this|
    that|these|those)(?: one)?(?: again)?
    (?:tell me )?more|go on|continue|again|next|why|how|what|really|this|that
    (?:what|why) (?:is|was) (?:it|this|that)
    another one|one more|something else|anything(?: else)?
    """),
    re.IGNORECASE,
)
_TRIM = " \t\r\n,.!?;:-–—~…。，！？、；¿¡\"'()[]*_"
_SHORT = 4


def strip_opening(sentence: str) -> str:
    """`sentence` without the greetings, thanks and fillers it opens with; empty if nothing else is in it.

    A filler counts only before punctuation, a greeting also before a word that goes on with a request, so "No
    smoking signs" and "Hello world in Rust" lose nothing.
    """
    rest = sentence.strip()
    while (match := _OPENING.match(rest)) and _is_apart(match, rest):
        rest = rest[match.end() :]
    return rest if rest.strip(_TRIM) and not _ONLY_ANSWERS.fullmatch(rest) else ""


def _is_apart(match: re.Match[str], text: str) -> bool:
    """Whether the opening that was found is set off from what follows it."""
    if match["unspaced"] or match["polite"] or match.end() == len(text):
        return True
    marks = match["greeting_end"] if match["greeting"] else match["filler_end"]
    if marks.strip():
        return True
    if match["filler"] and not _INTERJECTION.fullmatch(match["filler"]):
        return False
    return any(pattern.match(text, match.end()) for pattern in (_GOES_ON, _OPENING))


def is_small_talk(sentence: str) -> bool:
    """Whether a sentence, openings stripped, asks for nothing ("how are you?", "can you help me?")."""
    words = sentence.strip(_TRIM).replace("’", "'")
    return not words or _SMALL_TALK.fullmatch(words) is not None


def is_vague(text: str) -> bool:
    """Whether an ask cannot be understood without another turn ("what about this one?")."""
    words = text.strip(_TRIM)
    return (len(words) < _SHORT and words.isascii()) or _VAGUE.fullmatch(words) is not None
