"""Questions about history, mostly for school."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="history_homework",
    area="learning",
    weight=1.2,
    concern=1,
    contexts=lines("""
        [We're|My class is|I'm] [doing|studying|on] [the Cold War|ancient Rome|the Industrial \
            Revolution|the Tudors|decolonisation].
        [It's|This is] for [a presentation|an essay|a quiz|a poster|the oral exam] [on {weekday}|due \
            tomorrow|next week|].
        [The textbook|My book|Our handout] [gives|has] [only two lines|just dates|a boring page] [on|about] \
            [it|this|the topic].
        [I have|I've got] [the dates|a timeline|some sources], [what's missing|but I lack] [is the why|the \
            link between them|a conclusion].
        [My teacher|Ms {surname}|The teacher] [wants|expects] [causes and effects|two sources|our own \
            opinion|a comparison].
        [I'm|I am] [{child_age}|in grade 9|in sixth form|taking AP history], [so|and] [not too deep|it \
            should be my level].
        [Everybody|Half the class] [chose|took] [the Titanic|Cleopatra|D-Day], [I'd like|I want] something \
            [rarer|else].
        [The question|The task|It] [is|says]: ["To what extent..."|"Assess the importance of..."|"Was it \
            inevitable?"|"Compare two views"].
        [The caricature|Source B|A photo] [shows|has] [a bear and an eagle|a queen on a map|workers in a \
            mill|a man weighing the globe].
        [I mix up|I keep confusing] [the two world wars' alliances|all the Louis|the treaties|Marx and \
            Lenin][.|, as you can guess.]
        [We went|Our trip went|I've been] to [a museum|the Berlin Wall|a castle in {country}|Pompeii] \
            [and|where] [I got curious|the guide rushed].
        [My grandfather|{relative}] [lived|was there] [through it|in {year}|as a child], [and says|but \
            tells it] [otherwise|differently].
        [Wikipedia|The internet|Every website] [says|claims] [different things|something else each time|a \
            hundred details].
        [I'm|We are] [in a group|a pair], [my part|I do] [is the causes|the economy|women's role|the ending].
        [No|Not] [AI text|copying] [is allowed|], [I only want|just] [to understand it|ideas].
        [The exam|A test] [covers|is about] [1789 to 1815|the 1920s|the Middle Ages|both world wars].
        [I watched|I saw] [a series|a film] [about it|on Napoleon|on the Vikings] and [wonder|don't know] \
            [what's true|how accurate it is].
        [It's|I need] [about|around] [{big}|{number}] [words|lines|slides][, not more|].
    """),
    asks=lines("""
        [Why|How come] did [the Roman Empire fall|World War I break out|the Aztecs lose|the Weimar Republic \
            fail|the Black Death spread so fast]?
        [What|Which] [were|are] the [main|most important] [causes|effects|turning points] of [the French \
            Revolution|the Great Depression|the Crusades|the American Civil War]?
        [Explain|{canyou} explain] [the Treaty of Versailles|feudalism|the Cuban missile \
            crisis|apartheid|the Meiji Restoration] [in simple words|in five sentences|like a story][.|?]
        [Compare|How do I compare] [Athens and Sparta|Lenin and Stalin|the two revolutions in \
            Russia|slavery in Rome and in America] [in a table|for an essay|].
        [Who|What kind of person] was [Hatshepsut|Bismarck|Simon Bolivar|Rosa Luxemburg|Saladin] [and why \
            do we learn about them|really|in short]?
        [Help me|I need help to] [analyse|interpret] [a cartoon|a propaganda poster|a letter|a speech] from \
            [1914|the Cold War|the 1848 revolutions|colonial India].
        [Was|Would you call] [the Treaty of Versailles a trap|Napoleon a hero or a tyrant|appeasement a \
            mistake|the fall of the Wall an accident], [arguments for both|what do historians say]?
        [Give|Make] me a [timeline|short timeline] of [the space race|Indian independence|the \
            Reformation|the Vietnam War] [with {number} dates|, only the key dates|].
        [How|In what way] did [people live|women work|children go to school|soldiers eat] in [medieval \
            towns|Victorian London|ancient Egypt|the trenches]?
        [Thesis|A thesis|A research question] [for|about] [the Silk Road|the Haitian Revolution|propaganda \
            in WWII|the plague], [not too broad|arguable|for {big} words].
        [What would|What might] have happened [if|had] [Rome never fell|the Armada won|Germany won in \
            1918|Franz Ferdinand survived]?
        [Summarise|Sum up] [the Thirty Years War|chapter {small} on imperialism|the Enlightenment|the \
            partition of India] [for my notes|so I can learn it|in {number} bullets].
        [Is|Was] it [true|a myth] that [Vikings wore horned helmets|Marie Antoinette said the cake \
            thing|people thought the earth was flat|Nero played the fiddle]?
        [Which|What] [primary sources|books|documents] [can|could] I [use|quote] [on|for] [child labour|the \
            suffragettes|D-Day|the gold rush]?
        [Quiz me|Test me|Ask me questions] on [the Cold War|Ancient Greece|the causes of WWI|the civil \
            rights movement], [one by one|multiple choice|hard ones].
        [What's|Explain] the difference between [a colony and a protectorate|socialism and communism|a \
            kingdom and an empire|causes and triggers][?|.]
        [I have to|I must] [write|give] [a diary entry|a speech|an interview] [as|by] [a Roman soldier|a \
            factory girl|a sailor with Columbus|a Berliner in 1961], [ideas|what facts fit]?
        [How|Why] [important|decisive] was [the printing press|gunpowder|the railway|oil] [for|in] [the \
            Reformation|the fall of castles|the 19th century|the war]?
        [Outline|Structure|Plan] my [essay|presentation|talk] [on|about] [the causes of \
            WWI|Pompeii|Gandhi|the Berlin airlift], [three parts|with an intro].
    """),
    terse=lines("""
        [causes|effects] of [world war 1|french revolution|great depression|black death] [short|bullet \
            points|essay]
        [why did|how did] [roman empire fall|weimar republic fail|cold war end|ottoman empire decline][| \
            please| advice]
        [treaty of versailles|cuban missile crisis|marshall plan|magna carta] [summary|explained|significance]
        [compare|difference] [athens sparta|lenin stalin|capitalism communism] [table|history|]
        [timeline|key dates] [cold war|ancient egypt|tudors|space race|civil rights]
        [life|daily life|food|school] in [medieval times|victorian era|ancient rome|the trenches]
        [analyse|interpret] [cartoon|source|propaganda poster] [1914|history exam|how to]
        [history essay|history presentation] [outline|thesis|topic ideas] [colonialism|industrial \
            revolution|ww2]
        [quiz|flashcards|questions] [ancient greece|cold war|french revolution] [with answers|grade 9]
        [who was|biography] [bismarck|cleopatra|simon bolivar|gandhi] [short|for kids|]
        [myth|true or false] [vikings horned helmets|flat earth middle ages|napoleon short][| please| advice]
    """),
    details=lines("""
        [Keep|Make] it [short|easy|simple], [I have to say it out loud|it's for 8th grade].
        [With|Give] [dates|sources|two quotes|page numbers if you can][.|, that helps me.|]
        [Not|Don't write] the [whole essay|text], [only|just] [ideas|an outline|key points].
        [Both|Show both] [sides|views], [no|without an] opinion[ please|].
        [In|As] [bullet points|a table|full sentences|a story][.|, please.|]
        [Include|Also mention] [women|the economy|ordinary people|the view from {country}].
        [Real|Only real] [facts|quotes|events], [nothing made up|I'll check].
        [About|Around|Max] {big} words.
        [Explain|And explain] [hard words|the terms] [like 'annexation'|in brackets|too].
        [Focus on|Mainly] [the long-term causes|1917 only|what came after|the role of money][.|, that helps \
            me.|]
        [It should|Should] fit [on one slide|half a page|a two minute talk][.|, ideally.|]
        [Something|An angle] [surprising|my class hasn't heard] [would be great|at the start][.|, if you \
            can.|]
    """),
    followups=lines("""
        [And|but] [why|how] did [Britain|the people|the army|Austria] [agree|join in|let it happen]?
        [Which|what] [cause|date|person] [was|is] the most important[ one|]?
        [Can|could] you [make|put] [it|that] [shorter|in a table|into bullet points|simpler]?
        [What|and what] [happened|came] [next|after that|to him in the end]?
        [Is|are] there [a|any] [quote|source|picture] [for|I can use for] that?
        [My teacher|she|the task] [says|wants] [the opposite|more on the economy|a counterargument].
        [How|so how] do I [link|connect] [it|that] [to|with] [today|the question|part two]?
        [what's|what does] [a putsch|'annex'|a serf|reparations|mean by bourgeoisie]?
        [Give|ask] me [two more|another] [example|question|argument|reason].
        [A good|any] [first sentence|title|ending] for [it|the talk]?
    """),
    replies=lines("""
        [Alliances|The alliances], [an arms race|militarism] and nationalism made [a local crisis|the shots \
            in Sarajevo] [a European war|spread within weeks].
        [Bread|Food prices] had [doubled|soared], the state was [broke|bankrupt], and the [third \
            estate|commoners] [paid nearly all taxes|wanted a say].
        [That's a myth|It isn't true]: the horned helmets [come from|go back to] 19th century [opera \
            costumes|stage design].
        [In favour|One side]: [reparations fed resentment|it humiliated Germany]. [Against|The other]: the \
            [Depression|crisis of 1929] mattered more.
        [Look at|Start with] who drew it, when, and [for whom|for which paper]; then [name the \
            symbols|describe before you judge].
        Sparta [trained|lived for] war and [distrusted trade|kept helots]; Athens [valued debate|voted], \
            though only [male citizens|a minority] [took part|counted].
        [A possible thesis|Try]: the railway did more [for German unity|to shrink distances] than [any \
            treaty|speeches].
        [Question one|First]: what [event|decision] in 1948 [led to|started] the Berlin airlift?
    """),
)
