"""What people say around a request, by language: greetings, thanks, small talk, later turns, own data."""

from clio.synthetic.grammar import lines

GREETINGS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Hi|Hello|Hey|Hi there|Hello there|Good [morning|afternoon|evening]|Hiya|Dear assistant][,|!|.|]
        [Hi|Hey|Hello], hope [you're well|you are doing fine|this is the right place|you don't mind me asking].
        [Sorry to bother you|Sorry for the long message|Quick one|Small question|Not sure if you can do \
            this][.|!|:]
        [Good morning|Good day|Greetings|Hello again|Hi again|Me again][.|!|,]
        [First time trying this|New here][.|!|, so be patient.]
        [Someone told me to ask you|I hope you can help|Hope you can help me with this][.|!]
    """),
    "es": lines("""
        [Hola|Buenas|Buenos días|Buenas tardes|Muy buenas][.|!]
        Hola, ¿qué tal?
        [Perdona que moleste|Una pregunta rápida|A ver si me puedes echar una mano|Una consulta][.|:]
    """),
    "fr": lines("""
        [Bonjour|Salut|Bonsoir|Coucou|Bonjour à vous|Rebonjour][!|.]
        [Petite question|Désolé de déranger|J'espère que tu pourras m'aider|Une question rapide][.|:]
    """),
    "de": lines("""
        [Hallo|Hi|Guten Tag|Guten Morgen|Moin|Servus|Guten Abend][!|.]
        [Kurze Frage|Entschuldige die Störung|Vielleicht kannst du mir helfen|Ich hätte da eine Frage][.|:]
    """),
    "pt": lines("""
        [Olá|Oi|Bom dia|Boa tarde|Boa noite][!|.]
        Oi, tudo bem?
        [Uma pergunta rápida|Desculpa incomodar|Será que você me ajuda|Tenho uma dúvida][.|:]
    """),
    "zh": ("[你好|您好|嗨|早上好|晚上好][,|。|!]", "在吗?", "[打扰一下|请教一个问题|想问一下|麻烦了][。|,]"),
}

THANKS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Thanks|Thank you][ in advance| so much| for your help|][.|!|]
        [Many thanks|Thanks a lot|Thx|Cheers|Much appreciated][.|!|]
        [Any help|Anything|Whatever you can do|A pointer] [would be great|is welcome|helps|would be \
            appreciated].
        [No rush|Take your time|I'd be really grateful|You'd save my day|I owe you one][.|!|, thanks!]
    """),
    "es": ("[Gracias|Muchas gracias|Mil gracias|Te lo agradezco][ de antemano|][.|!|]",),
    "fr": ("[Merci|Merci beaucoup|Merci bien|Un grand merci][ d'avance|][.|!| !]",),
    "de": ("[Danke|Vielen Dank|Danke schön|Besten Dank|Danke dir][ im Voraus|][.|!|]",),
    "pt": ("[Obrigado|Obrigada|Muito obrigado|Agradeço][ desde já|][.|!|]",),
    "zh": ("[谢谢|多谢|非常感谢|感谢|谢谢你][。|!|]",),
}

SMALL_TALK: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            "[hi|hey|hello|Hello|Hi|Hey there|hiya|yo|Good morning|good evening|hey hey][!| :)|.|]",
            "[Hello|Hi|Hi there|Good to see you|Hey][!|.] [What can I do for you|How can I help|What can I help with|"
            "What's on your mind|What shall we look at][ today|]?",
        ),
        (
            "[hi|hello|Hey|morning|good evening], [how are you|how's it going|how are things|what's up|all good]"
            "[?| today?|]",
            "[I'm doing well, thank you|All good here, thanks|Fine, thanks for asking|Ready when you are]. "
            "[What can I do for you|What can I help with|And you, what brings you here|What do you need]?",
        ),
        (
            "[hi|hello|Hey|ok], [you there|are you there|anyone home|anyone there|are you awake|are you ready][?|]",
            "[Yes, I'm here|I am|Here I am|Right here|Always]. [What can I do for you?|What is it about?|"
            "How can I help?|What do you need?|Go ahead.]",
        ),
        (
            "[Can|Could|may] I ask [something|a question|a stupid question|a quick question|a favour][?|]",
            "[Of course|Sure|Certainly|Any time|Please do|By all means][, go ahead.|, ask away.|, what is it about?|.]",
        ),
        (
            "[Hi|Hello|hey], I [need|could use|want] [some |a little |]help[ with something|][.|!|]",
            "[Gladly|Sure|Of course|Happy to|That's what I'm here for]. [What is it about|What do you need|What can I "
            "do|What happened|Where shall we start]?",
        ),
        (
            "[Hello|Hi|hey there]! [Never used this|First time using one of these|Just installed this|Still new "
            "to this|I'm new here|My first time here|I've never tried this before][.|]",
            "[Welcome|Hello, and welcome|Nice to meet you][!|.] [Just write what you need|Ask in your own words|"
            "Ask anything you like|There is nothing to learn, just ask].",
        ),
    ),
    "es": (
        ("[hola|Hola|buenas|Buenos días][!|]", "[¡Hola!|¡Buenas!] ¿[En qué puedo ayudarte|Qué necesitas]?"),
        ("[hola|Hola|buenas], ¿[estás ahí|te puedo preguntar algo]?", "Sí, claro. [Dime|Cuéntame]."),
    ),
    "fr": (
        ("[bonjour|Salut|coucou|Bonsoir][ !|]", "Bonjour ! [Comment puis-je vous aider|Que puis-je faire] ?"),
        (
            "[bonjour|Salut], [tu es là|je peux te poser une question] ?",
            "Oui, bien sûr. [Je t'écoute|Vas-y].",
        ),
    ),
    "de": (
        ("[hallo|Hi|guten Tag|hey][!|]", "[Hallo!|Guten Tag!] [Wie kann ich helfen|Worum geht es]?"),
        ("[hallo|Hi|hey], [bist du da|darf ich was fragen]?", "Ja, klar. [Worum geht es?|Nur zu.]"),
    ),
    "pt": (
        ("[oi|olá|Bom dia|boa tarde][!|]", "[Olá!|Oi!] [Em que posso ajudar|Do que você precisa]?"),
        ("[oi|olá], [você está aí|posso perguntar uma coisa]?", "Claro. [Pode falar|Diga]."),
    ),
    "zh": (
        ("[你好|您好|嗨][!|]", "[你好!|您好!][有什么可以帮您|需要什么帮助]?"),
        ("[在吗?|可以问个问题吗?]", "[在的|可以]，请说。"),
    ),
}
"""What some say before their request, with what is answered to it."""

CLOSINGS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [ok|okay|great|perfect|got it|nice|cool|lovely|right], [thanks|thank you|cheers|ta|that helps][!|.|]
        [ok|great|perfect|got it], [that's all I needed|that's enough for today|I can work with that|exactly what \
            I meant|that was quick][!|.|]
        [thanks|thank you|thx|ty|cheers], [I'll try that|will do|that's clear now|much better than what I found|I'll \
            sleep on it|trying it tonight|my sister will laugh|saved me an hour|I'll report back][!|.|]
        [good|right|fine], [that answers it|I'll start with that|then I know what to do|off I go then|makes sense now]\
            [, thank you|, thanks|.|]
        [brilliant|wonderful|super helpful|ah I see|aha|oh nice|love it|phew][!|, thanks!|, thank you.]
        [great stuff|works for me|that'll do|sorted|fair enough][, thanks|, thank you|.|!]
    """),
    "es": lines("""
        [vale|ok|perfecto|genial|estupendo|listo|ah, ya], [gracias|muchas gracias|mil gracias|qué bien][.|!|]
        [vale|ok|perfecto], [eso me sirve|con eso me apaño|ya lo veo claro|lo pruebo hoy|era justo eso|me quedo \
            tranquila][.|!|]
        [gracias|muchas gracias|mil gracias][, de verdad|, ya me dirás|, lo intento|, me has ayudado mucho|][.|!|]
    """),
    "fr": lines("""
        [ok|d'accord|parfait|super|génial|top|ah, je vois], [merci|merci beaucoup|merci bien|un grand merci][.| !|]
        [ok|d'accord|parfait], [c'est bon pour moi|ça m'aide|je tente ça|c'est plus clair|j'essaie ce soir|c'est ce \
            qu'il me fallait][.| !|]
        [merci|merci beaucoup][, je te dirai|, c'est noté|, tu me sauves|, je m'y mets|][.| !|]
    """),
    "de": lines("""
        [ok|super|perfekt|alles klar|prima|klasse|ah, gut], [danke|vielen Dank|danke dir|merci][.|!|]
        [ok|super|gut], [das hilft mir|das reicht mir|das probiere ich|jetzt ist es klar|dann fange ich an|genau das \
            war's][.|!|]
        [danke|vielen Dank|danke schön][, sehr nett|, bis bald|, ich probier's|, das war schnell|][.|!|]
    """),
    "pt": lines("""
        [ok|certo|perfeito|ótimo|beleza|show|ah, entendi], [obrigado|obrigada|valeu|muito obrigada][.|!|]
        [ok|certo|ótimo], [isso ajuda|era isso mesmo|vou tentar|ficou claro|já dá para começar|faço hoje ainda][.|!|]
        [valeu|obrigada|obrigado][, de verdade|, depois conto|, salvou meu dia|, vou testar|][.|!|]
    """),
    "zh": lines("""
        [好的|明白了|可以|嗯|行]，[谢谢|多谢|懂了|辛苦了][。|！|]
        [好的|明白|行]，[这样就行|我试试|清楚了|马上改|先这样|就照这个来|回头再说][。|！|]
        [谢谢|多谢|太好了][，帮大忙了|，我去试试|，正合适|，省事了|][。|！|]
    """),
}
FAREWELLS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [You're welcome|Glad that helped|My pleasure|Any time|Happy to help|No trouble|Of course|Good][!|.]\
            [ Good luck!| All the best.| Take care.| See you.| Enjoy.||||]
        [You're welcome|Glad that helped|Any time][!|.] [Good luck with it|Ask again any time|Tell me how it goes|Come \
            back if it doesn't work out|I hope it turns out well|Let me know if something is unclear].
    """),
    "es": lines("""
        [De nada|Con gusto|Me alegro|No hay de qué|Faltaría más|Un placer][.|!]
        [De nada|Con gusto|Me alegro|Un placer], [suerte con ello|mucha suerte|que salga bien|aquí estaré|hasta \
            pronto|ya me contarás].
        [De nada|Me alegro]; [si necesitas algo más, aquí estoy|si algo no queda claro, pregúntame|cualquier duda, \
            me dices|vuelve cuando quieras].
    """),
    "fr": lines("""
        [Avec plaisir|De rien|Tant mieux|Je t'en prie|Content d'avoir aidé][.| !]
        [Avec plaisir|De rien|Tant mieux], [bonne chance|bon courage|à bientôt|belle journée|bonne suite].
        [Avec plaisir|De rien]. [Je reste disponible si besoin|Reviens quand tu veux|Dis-moi si ça marche|N'hésite pas \
            à revenir].
    """),
    "de": lines("""
        [Gern geschehen|Freut mich|Keine Ursache|Sehr gern|Nichts zu danken|Jederzeit][.|!]
        [Gern geschehen|Freut mich|Sehr gern]. [Viel Erfolg|Gutes Gelingen|Bis bald|Schönen Tag noch|Viel Glück][.|!]
        [Gern geschehen|Keine Ursache]. [Melde dich bei Fragen|Sag Bescheid, wenn etwas hakt|Erzähl mir gern, wie es \
            lief|Ich bin hier, falls noch etwas ist].
    """),
    "pt": lines("""
        [De nada|Por nada|Imagina|Disponha|Com prazer|Que bom][.|!]
        [De nada|Por nada|Imagina]. [Boa sorte|Até mais|Bom trabalho|Um abraço|Tudo de bom][.|!]
        [De nada|Imagina]. [É só chamar se precisar|Me conta como foi|Volta quando quiser|Se algo não der certo, \
            avisa].
    """),
    "zh": lines("""
        [不客气|别客气|应该的|乐意效劳][。|！]
        [不客气|别客气|乐意效劳]。[祝顺利|加油|回见|祝好运]。
        [不客气|别客气]，[有问题再问我|需要时再来|改好了可以再发来|哪里不清楚就说|祝一切顺利|慢慢来就好]。
    """),
}
"""Answers to ``CLOSINGS``."""

PERSONAL: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [My name is|I'm|This is|Name's] <PERSON>[, by the way|, in case that matters| btw|][.|]
        [You can|Please|just] [reach|mail|write to|email] me at <EMAIL>[ if anything is unclear| when it's \
            done|][.|]
        [My number is|call me on|I'm on|Reach me on] <PHONE>[ after {hour}|, evenings only| if that helps|][.|]
        [I'm|This is] <PERSON>, [<EMAIL>|<PHONE>|you can write to <EMAIL>][.|]
        [Best|Regards|Greetings|Cheers], <PERSON>[, <EMAIL>|, <PHONE>|]
        [An answer|A copy] to <EMAIL>[ please|, thanks| is fine|][.|]
    """),
    "es": ("[Me llamo|Soy|Mi nombre es] <PERSON> y mi [correo es <EMAIL>|teléfono es <PHONE>].",),
    "fr": (
        "[Je m'appelle|Je suis|Mon nom est] <PERSON>, [mon adresse est <EMAIL>|mon numéro est le <PHONE>].",
    ),
    "de": ("[Ich heiße|Mein Name ist|Ich bin] <PERSON>, [meine Mail ist <EMAIL>|Telefon <PHONE>].",),
    "pt": ("[Me chamo|Sou|Meu nome é] <PERSON>, [meu e-mail é <EMAIL>|o telefone é <PHONE>].",),
    "zh": ("[我叫|我是]<PERSON>，[邮箱是<EMAIL>|电话是<PHONE>]。",),
}

PAYMENTS: tuple[str, ...] = lines("""
    [My IBAN|The account] is <IBAN>[, in case you need it|, for reference|, it's all in my name|][.|]
    [It was paid|I paid|the money went out] with my card <CARD>[ in {month}| on {weekday}|][.|]
    [The account|The IBAN] [in question|it's about] is <IBAN>[ (<PERSON>)|, holder <PERSON>|][.|]
    [The card|My card] on file is <CARD>[, valid until next year|, in the name of <PERSON>|][.|]
""")
"""Bank details in English, for topics in which somebody would mention them."""
PAYMENT_TOPICS = frozenset({"personal_budget", "tax_question", "contract_question", "rent_dispute"})
"""Topics in which bank details come up."""
