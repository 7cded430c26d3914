"""Requests to correct and improve essays and other longer texts."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="proofread_essay",
    area="writing",
    weight=1.4,
    concern=1,
    contexts=lines("""
        [It's|The essay is] [about|on] [social media and sleep|the French Revolution|zoos|remote \
            work|Frankenstein|climate policy].
        [English|It] is my [second|third] language[, articles are my weak spot| and commas confuse me|].
        [My|The] [teacher|tutor|lecturer|supervisor] [marked|took points off] [for run-on sentences|because \
            it rambles|for weak transitions].
        [It's|It is] due [on {weekday}|tomorrow at {hour}|next week], [so|and] [big rewrites are out|I \
            still have time].
        [The limit|The word count] is {big} [words|words and I'm over|], [mine has|I'm at] {big}.
        [I read|I've read] it [{small} times|aloud|until I went blind], [I can't|can no longer] see \
            [mistakes|what's wrong].
        [The conclusion|My introduction|The second part] [feels|is] [weak|repetitive|abrupt|too long].
        [It's for|This is for] [school|a first-year course|my master's|a scholarship|an English exam].
        [I'm allowed|We're allowed] [to use|] [spell check|help with language], [but|just] [not|no] \
            [rewriting|ghostwriting].
        [Word|Grammarly|The spell checker] [found|finds] nothing, [yet|but] [it reads clumsy|my friend \
            found six errors].
        [I switch|I keep switching] between [past and present|British and American spelling|I and we][.|, \
            as you can guess.]
        [The citations|References] [are|must be] in [APA|MLA|Harvard|footnotes].
        [{relative}|A classmate] [says|thinks] it [sounds|reads] [like a blog post|too informal|like a list].
        [I wrote|It was written] [in one night|on my phone|over {duration}|in German first].
        [Here's|This is] the [first paragraph|part I mean]: [Nowadays everybody have a phone|In conclusion, \
            I am agree|The author tell us that|Since the beginning of time, humans].
        [I tend|I'm known] to [write endless sentences|overuse "however"|repeat myself|forget articles][.|, \
            to be fair.]
        [The topic|My argument] [got|gets] lost [somewhere|after page two|in the middle].
        [I have|I've got] dyslexia, [so|and] [letters swap|homophones are a problem][.|, in case it matters.]
    """),
    asks=lines("""
        [{canyou} proofread|Please check|Look over] [my essay|this paragraph|the text below] [for|and \
            correct] [grammar|spelling and commas|typos only][?|.|]
        [Is|Would you call] [this sentence|my thesis statement|the opening] [correct|good English|clear \
            enough]: \
            "[Despite of the rain they was happy|Technology have changed our life|Me and him discussed \
            about it]"?
        [Fix|Correct|Find] the [mistakes|errors|commas] [here|in this]: "[its a common believe that|the \
            datas shows us clearly|she go to school since five years|there house is more bigger]"
        [How can I|What can I do to|How do I] make my [essay|argument|intro] [flow better|less \
            repetitive|sound more academic|stronger]?
        [Cut|Shorten|Trim] [my|this] [essay|abstract|conclusion] [to|by] [{big} words|a third|one page] \
            [without|but don't] [losing|lose] [the point|the examples].
        [What's|Tell me what's] [wrong|weak] [with|in] [my structure|the second paragraph|this argument] \
            and [how to repair it|what to move|why].
        [Better|Other|Academic] words [for|instead of] ["very important"|"shows"|"a lot of"|"says"|"bad"] \
            in [an essay|a literature review|formal writing]?
        [Give|I want] [honest|harsh|kind] feedback on [my draft|the essay|an opinion piece], [like a \
            teacher would|with a grade|point by point].
        [Should|Do] I [use|write] ["who" or "whom"|a semicolon|passive voice|"I" in an essay|past tense] \
            [here|in this case|when discussing a book]?
        [Rewrite|Rephrase|Reword] [this|one] [clumsy|long|unclear] [sentence|passage] [so it's|to be] \
            [clearer|shorter|less wordy].
        [Write|I need|Suggest] [a better|a stronger|another] [hook|topic sentence|closing line|title] for \
            [my essay|an essay] on [pollution|school uniforms|Macbeth|AI at school].
        [Check|Verify|Look at] [whether|if] my [citations|quotes|references] [are in APA|are formatted \
            right|need page numbers].
        [Mark|Underline|List] [every|all] [grammar mistake|unclear bit|repeated word] [and explain the \
            rule|but don't fix it|so I learn].
        [Do|Would you say] [the tenses|my paragraphs|transitions] [match|work|agree] [in my \
            text|throughout|], [I'm unsure|my tutor complained]?
        [Translate|Turn] my [spoken style|bullet points|rough notes] [into|to] [proper essay English|formal \
            paragraphs], [keeping my ideas|don't add anything].
        [Compare|Which is better of] [these two|my two] [introductions|conclusions|versions] [and why|for a \
            B2 exam|]?
        [Personal statement|College essay|Letter to the editor|Book review]: [please edit|correct \
            it|grammar check], [keep my voice|it's {big} words].
        [Where|in which places] [should|do] [I|the] [paragraphs|commas] [break|go] in [this text|my \
            essay][?|, it's one block.]
        [My|This] [thesis chapter|lab report|reflection] [sounds|reads] [too casual|childish|stiff], [help \
            me polish it|can it be improved]?
    """),
    terse=lines("""
        [proofread|correct|check] [my essay|this paragraph|text][ grammar| spelling| commas|]
        [essay|paper] [introduction|conclusion|hook|thesis statement] [improve|feedback|better]
        [grammar|comma|spelling] check [essay|english text|{big} words]
        [shorten|cut|reduce] [essay|abstract|paragraph] [to {big} words|without losing meaning|by half]
        [synonyms|other words] for [however|important|shows|in conclusion] [academic|essay|formal]
        [rephrase|rewrite|reword] [sentence|paragraph] [academic|clearer|simple english]
        [transition|linking] words [essay|between paragraphs|for contrast] [list|b2|examples]
        [apa|mla|harvard] [citation|reference list] [check|correct format|website]
        [who or whom|affect or effect|its or it's|past or present] [in essay|rule|example]
        [essay|personal statement|book review] [feedback|edit|grade] [honest|teacher style|please]
    """),
    details=lines("""
        [Only|Just] [correct|touch] [grammar|spelling], [leave|not] [the style|my wording] [alone|].
        [Show|Mark|List] [the changes|what you changed|each correction] [so I can learn|in bold|in a table].
        [British|American|Canadian] spelling[, please| throughout|][.|, if you can.|]
        [Keep|Please keep] my [voice|own words|examples], [my teacher knows how I write|no fancy vocabulary].
        [Don't|Do not] [add|introduce] [new ideas|facts|sources].
        [Level|It should stay at] [B1|B2|high school|first-year university] level[.|, if you can.|]
        [Explain|Give] [the rule|why] [for each|briefly|when it's not a typo].
        [No|Avoid] [contractions|first person|passive voice|rhetorical questions][.|, please.|]
        [It|The text] [must|should] [stay|end up] under {big} words.
        [Be|You can be] [strict|honest|gentle], [it counts for the grade|I can take it].
        [Paragraph by paragraph|One part at a time|The first half], please[.|, ideally.|]
        [References|Quotes] [stay|must stay] [untouched|as they are][.|, please.|]
    """),
    followups=lines("""
        [Why|how come] ["was"|"the"|a comma|plural] [there|in the second sentence]?
        [Here's|this is] the [next|second|last] paragraph: [Moreover, peoples think|On the other side it \
            is|To sum up we can say]
        [Too|it's too] [fancy|different|advanced], [my teacher won't believe it|keep it simpler].
        [Is|so is] the [thesis|argument|ending] [clear|convincing|better] now?
        [What|which] grade [would|might] [you|it] [give|get]?
        [can|Could] you [list|explain] [my most common|the three worst] [mistakes|errors]?
        [And|what about] the [title|word count|references|commas][?| then?|]
        [shorter|Even shorter], [I'm still {number} words over|max {big}].
        [Give|show] me [another|a different] [opening|closing|transition].
        [Does|would] [that|it] still sound [like me|natural|formal enough]?
    """),
    replies=lines("""
        [Corrected|Fixed]: "Nowadays everybody has a phone." ["Everybody"|The subject] takes a singular verb.
        [Your thesis|The main claim] only appears [at the end|in paragraph three]; [move it up|put it] into \
            the introduction.
        [Split|I'd split] the second sentence [after|at] "because"[; it carries three ideas|].
        [I fixed|There were] {number} [small errors|slips], mostly [articles|tenses|commas], and left [your \
            style|the wording] as it was.
        [Instead of|In place of] "very important" try "[crucial|central|decisive]", [depending on the \
            sense|whichever fits].
        The paragraphs [are solid|work]; what's missing is [a link between them|a sentence that says why it \
            matters].
        "[Despite|In spite of] the rain, they were happy" is [correct|right]; "despite" never takes "of".
        [Cut|Drop] the [second example|first two lines]; that [saves|gets rid of] {number} words [at no \
            cost|and tightens it].
    """),
)
