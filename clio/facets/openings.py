"""Words that open, close or fill a conversation and ask for nothing, in the commonest languages."""

import re

_GREETING = (
    r"hi(?:ya)?|hello|hey|heya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hola|buen[oa]s (?:días|dias|tardes"
    r"|noches)|buenas|bonjour|bonsoir|salut|coucou|hallo|guten (?:morgen|tag|abend)|moin|servus|grüß gott|olá|ola|oi"
    r"|bom dia|boa (?:tarde|noite)|ciao|salve|buongiorno|buonasera|привет|здравствуйте|добрый день|你好|您好|大家好|早上好|嗨"
    r"|こんにちは|こんばんは|おはよう(?:ございます)?|안녕하세요|안녕|مرحبا|السلام عليكم|नमस्ते|merhaba|hej|hei"
)
_ADDRESSEE = r"(?: (?:there|again|everyone|all|claude|chatgpt|gpt|assistant|bot|friend|team|sir|madam))?"
_THANKS = (
    r"thanks?(?: you)?(?: (?:so|very) much| a lot| a bunch| again| in advance)?|thx|ty|cheers|much appreciated|appreciate it"
    r"|(?:muchas )?gracias|merci(?: beaucoup)?|danke(?: schön| sehr)?|vielen dank|(?:muito )?obrigad[oa]|grazie(?: mille)?"
    r"|спасибо|谢谢(?:你|您)?|感谢|多谢|ありがとう(?:ございます)?|감사합니다|고마워"
)
_FILLER = (
    r"ok(?:ay)?|yes|yeah|yep|yup|sure|no|nope|nah|right|great|perfect|awesome|cool|nice|wonderful|excellent|fine|good|alright"
    r"|all right|wow|hm+|umm?|uh+|oh|ah|well|so|lol|haha+|sorry|excuse me|got it|i see|of course|exactly|correct|indeed"
    r"|sounds (?:good|great)|bye(?: bye)?|goodbye|see you(?: later)?|sí|si|claro|vale|de acuerdo|oui|non|d'accord|bien sûr"
    r"|ja|nein|genau|na ja|sim|não|tá|certo|да|нет|хорошо|好的?|是的?|对|嗯+|はい|いいえ|네|예|test(?:ing)?|ping|start"
)
_POLITE = (
    r"(?:please|kindly|por favor|s'il (?:te|vous) pla[iî]t|bitte|请问?|麻烦(?:你|您)?|劳驾)"
)
_EDGE = r"[\s,.!?;:\-–—~…。，！？、；)]*"

_OPENING = re.compile(
    rf"(?:(?:{_GREETING}){_ADDRESSEE}|{_THANKS}|{_FILLER}|{_POLITE})(?![\w'’]){_EDGE}"
    rf"|(?:你好|您好|大家好|早上好|嗨|请问|请|谢谢(?:你|您)?|好的|こんにちは|こんばんは){_EDGE}",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"(?:(?:so,? )?(?:how (?:are|r) (?:you|u|things|ya)(?: doing)?(?: today)?|how(?:'s| is) (?:it going|everything|life)"
    r"|how do you do|what'?s (?:up|new)|(?:it'?s )?nice to (?:meet|see|talk to) you(?: too)?"
    r"|are you (?:there|ready|busy|online|awake|a bot|a robot|human)(?: today)?"
    r"|(?:can|could|may|will|would) (?:you|i) (?:please )?(?:help(?: me)?(?: out)?(?: with something| today| please)?"
    r"|ask (?:you )?(?:something|a question))(?: please)?"
    r"|i(?:'m| am) (?:fine|good|ok(?:ay)?|great|well|doing (?:well|fine|good|great))(?:,? (?:and you|thanks|thank you))?"
    r"|i (?:have|'ve got|got) (?:a|one|some|another) (?:quick )?(?:question|request)s?(?: for you)?|i need (?:some |your )?help"
    r"|(?:that(?:'s| is|'ll be| will be| was)|it(?:'s| is)) (?:all|it|great|good|fine|perfect|right|correct|ok(?:ay)?)"
    r"(?: for now| thanks)?|(?:that|it) (?:sounds|looks) (?:good|great|fine|perfect)(?: to me)?|you(?:'re| are) welcome"
    r"|have a (?:good|great|nice) (?:day|one|evening|night|weekend)(?: too)?|i (?:really )?appreciate (?:it|that|your help)"
    r"|qué tal|que tal|cómo estás?|como está[s]?|comment (?:ça|ca) va|ça va|comment allez-vous|wie geht(?:'s|s| es dir"
    r"| es ihnen)?|tudo bem|como vai(?: você)?|come stai|как дела|你(?:好吗|在吗)|在吗|最近怎么样|元気(?:ですか)?|お元気ですか"
    r"|(?:tengo una|j'ai une|ich habe eine|tenho uma) (?:pregunta|question|frage|pergunta|duda|dúvida)"
    r"|(?:puedes|podrías) ayudarme|(?:peux-tu|pouvez-vous) m'aider|kannst du mir helfen|pode me ajudar)"
    r"(?: today| please| then| now)?)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:(?:and |so |but )?(?:what|how) about (?:this|that|it|these|those)(?: one)?|(?:do|try|explain|fix|solve|continue|check"
    r"|read|see|look at|answer|help with|translate|summari[sz]e) (?:it|this|that|these|those)(?: one)?(?: again)?"
    r"|(?:tell me )?more|go on|continue|again|next|why|how|what|really|this|that|(?:what|why) (?:is|was) (?:it|this|that)"
    r"|another one|one more|something else|anything(?: else)?)",
    re.IGNORECASE,
)
_TRIM = " \t\n,.!?;:-–—~…。，！？、；\"'()[]*_"


def strip_opening(sentence: str) -> str:
    """`sentence` without the greetings, thanks and fillers it opens with; empty if nothing else is in it.

    A word is taken for an opening only where the sentence goes on after it or ends, so "No smoking signs" and
    "Good books about trees" lose nothing: a filler counts only before punctuation.
    """
    rest = sentence.strip()
    while rest:
        match = _OPENING.match(rest)
        if match is None or not _is_apart(rest, match.end()):
            break
        rest = rest[match.end() :]
    return rest if rest.strip(_TRIM) else ""


def _is_apart(text: str, end: int) -> bool:
    """Whether what ends at `end` is set off from what follows, or is a greeting that needs no comma."""
    if end >= len(text) or any(mark in ",.!?;:-–—~…。，！？、；)" for mark in text[:end]):
        return True
    return bool(_NEEDS_NO_COMMA.fullmatch(text[:end].strip()))


_NEEDS_NO_COMMA = re.compile(
    rf"(?:{_GREETING}){_ADDRESSEE}|{_THANKS}|{_POLITE}|ok(?:ay)?|yes|yeah|sure|oh|well|so|umm?|请|请问", re.IGNORECASE
)


def is_small_talk(sentence: str) -> bool:
    """Whether a sentence, openings stripped, asks for nothing ("how are you?", "can you help me?")."""
    return not (words := sentence.strip(_TRIM)) or _SMALL_TALK.fullmatch(words) is not None


def is_vague(text: str) -> bool:
    """Whether an ask cannot be understood without another turn ("what about this one?")."""
    words = text.strip(_TRIM)
    return len(words) < 4 and words.isascii() or _VAGUE.fullmatch(words) is not None
