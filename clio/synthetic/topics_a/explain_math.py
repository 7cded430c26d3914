"""Questions about mathematics at school and university."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="explain_math",
    area="learning",
    weight=2.2,
    concern=1,
    contexts=lines("""
        [I'm|My son is|My daughter is] in [year 8|9th grade|the last year of school|first semester|tenth \
            class].
        [We have|There's|I've got] [a test|an exam|a quiz] [on {weekday}|tomorrow|next week] [on|about] \
            [fractions|derivatives|vectors|probability].
        [The book|Our textbook|The teacher] [skips|jumps over|leaves out] [the middle steps|the why|half of \
            it].
        [The answer|The solution|My book's key] [is|says] [{number}|x = 3|7/12|minus two], [I get|mine is] \
            [something else|{number}|a negative number].
        [I understand|I follow|I'm fine with] [the rule|the definition|examples], [but|just] [not when to \
            use it|word problems kill me|not the proof].
        [I was|I've been] [ill|absent|away] for [two weeks|the whole chapter|most of {month}].
        [It's|I'm] been [{number}|many] years since [I did|I last saw] any [algebra|maths], [now I help my \
            kids|and now I'm studying again].
        [I always|Every time I] [forget|mix up] [the signs|sine and cosine|which number to divide by|the \
            order of operations].
        [Calculators|A calculator] [aren't|isn't] allowed[, sadly| in the exam|].
        [Numbers|Maths|Equations] [make me|makes me] [panic|freeze|feel stupid], [really|ever since school].
        [I tried|I've tried] [plugging in numbers|drawing it|a video|factoring] and [got stuck|it didn't \
            click|got two answers].
        [The task|The exercise|It] [reads|says]: [a train leaves at 9|two dice are thrown|a rectangle has \
            perimeter {number}|a shop gives {percent} off twice].
        [This is|It's] for [a nursing course|an engineering degree|an apprenticeship test|economics|a bet \
            with {relative}].
        [My tutor|{relative}|Someone in class] [explained|showed] it [with pizza|very fast|three ways], \
            [still nothing|I nodded and got nothing].
        [I need|We must] [to show|to write down] [every step|all our working|a proof], [not just the \
            result|the answer alone gets no points].
        [Half|Most] of [my class|us] [failed|got it wrong] [last time|in the mock exam].
        [We|They] [use|write] [commas for decimals|a different notation|log for ln], [in case it matters|so \
            don't be surprised].
        [I'm good|I do well] at [geometry|arithmetic], [algebra|statistics] is [another story|a wall|where \
            I lose it].
    """),
    asks=lines("""
        [How do I|How can I|How would you] [solve|work out] [a quadratic equation|two equations with two \
            unknowns|an inequality with fractions|3x - 7 = 2(x + 4)]?
        [Explain|{canyou} explain] [fractions|logarithms|the chain rule|standard deviation|complex numbers] \
            [to a {child_age} year old|with a picture|in plain words|from zero][.|?]
        [Why|How come] [is|does] [minus times minus plus|anything to the power zero one|0.999... equal to \
            1|dividing by a fraction multiply]?
        [What's|Tell me] the difference between [mean and median|permutations and combinations|area and \
            perimeter|speed and velocity|sine and cosine rule][?|, I mix them up.]
        [I don't get|I can't follow|{idk}] [how to find the derivative|integration by parts|where the \
            formula comes from|why the limit is 1|how vectors are added].
        [Check|Look at] my [working|solution|steps]: [2(x+3)=14 so x=8|sqrt(a+b)=sqrt(a)+sqrt(b)|1/2 + 1/3 \
            = 2/5|x^2=9 so x=3] [- where's the mistake|right or wrong|?]
        [Prove|How do you prove|Show] that [the square root of 2 is irrational|angles in a triangle add to \
            180|the sum of two odd numbers is even|there are infinitely many primes][.|?]
        [A shop|The store] [lowers|cuts] the price by {percent}, then [another|raises it by] {percent}, \
            [what's|how do I get] the [final price|total change]?
        [Word problem|Text problem|Exercise]: [two taps fill a tank in 3 and 5 hours|Ann is twice as old as \
            Ben was|a ladder leans on a wall], [how do I set it up|which equation]?
        [Give|Make|I'd like] me [{number}|a few|some] [practice problems|exercises] [on|about] \
            [percentages|linear functions|Pythagoras|long division] [with answers|from easy to hard|].
        [When|In which cases] [do|should] I use [the sine rule|a t-test|Bayes|substitution|the product \
            rule] [instead of|and not] [something else|the other one]?
        [Is there|Do you know] [a trick|an easy way|a shortcut] [for|to do] [the times tables|percentages \
            in my head|factoring|converting units|dividing by 7]?
        [What does|What is] [the derivative|a p-value|an eigenvector|the determinant|e] [mean|really tell \
            me|actually], [not the formula|intuitively|in real life]?
        [Find|Calculate|Work out] [the angle|the area of a circle with radius {number}|the slope|the \
            {number}th term] [and show|showing] [every step|how][.|, please.]
        [Help|Walk] me through [a proof by induction|completing the square|polynomial division|a tree \
            diagram|matrix multiplication] [slowly|with one example|step by step].
        [How likely|What's the chance|How do I compute the probability] [is it|] [to roll two sixes|that \
            two of {number} people share a birthday|to draw three hearts]?
        [Expand|Rewrite|Simplify] [this|the] [expression|fraction|root]: [(x^2-9)/(x-3)|sqrt(72)|2^5 * \
            4^3|(a+b)^2-(a-b)^2]
        [How|In what way] [can|should] I [draw|sketch|read] [a graph of|the function] [y = x^2 - \
            4|sin(2x)|a piecewise function|1/x] [by hand|without a calculator]?
        [Where|What] [do|would] [people|we] [need|use] [imaginary numbers|trigonometry|calculus|matrices] \
            [for in real life|outside school]?
        [My kid asks|Our teacher wants to know|I wonder] why [there is no largest number|a circle has 360 \
            degrees|you can't divide by zero|pi never ends].
    """),
    terse=lines("""
        [solve|factor] [quadratic equation|2x+5=17|x^2-5x+6=0|simultaneous equations] [steps|how|]
        [derivative|integral] of [ln x|x e^x|sin(2x)|1/x] [step by step|why|]
        [explain|what is] [standard deviation|logarithms|p-value|eigenvalue|chain rule] [simply|example|]
        [fractions|percentages|long division|decimals] [explained|exercises|for kids|trick]
        [mean vs median|permutation vs combination|sin vs cos] [difference|when to use|example][| beginner| \
            today]
        [proof|prove] [sqrt 2 irrational|pythagoras|induction sum n|infinite primes][| ideas| asap]
        [probability|chance] [two dice|birthday problem|cards|conditional] [how to calculate|]
        [word problem|text problem] [ages|train speed|mixture|work rate] [set up equation|help]
        [practice|worksheet] [linear functions|trigonometry|algebra|percentages] [with answers|grade {small}]
        [area|volume|angle] of [circle|cone|triangle|trapezoid] [formula|why|calculate]
        [matrix|vector|complex number] [multiplication|dot product|polar form] [explained|example]
    """),
    details=lines("""
        [Show|Write] [every step|the steps], [I get lost easily|even the obvious ones|please].
        [Don't|Please don't] [just give|tell me only] the [answer|result], [I want to understand|give hints \
            first].
        [Use|With] [small numbers|a real-life example|a drawing in words|money examples][.|, if you can.|]
        [No|Without] [calculus|a calculator|Greek letters|jargon][, we haven't had it|].
        [It's|Keep it at] [grade 7|high school|beginner|university] level[.|, if you can.|]
        [Then|And then] [give me|ask me] [one|a similar problem|two more] to [try|test myself].
        [Short|One paragraph], [please|I only need the idea][.|, if you can.|]
        [We're|We were] taught [the pq formula|the box method|to draw a tree], so [use|stay with] that.
        [Exact|Give exact] values, [not|no] [decimals|rounding][.|, please.|]
        [In|Explain in] [simple English|a way a parent can repeat|two different ways][.|, if you can.|]
        [Also|And] [tell me|say] [how to check the result|what the common mistake is|why it works].
        [Round|Answers rounded] to [two|three] [decimals|places][.|, if you can.|]
    """),
    followups=lines("""
        [Why|how come] [do you|we] [multiply|divide|subtract] [by 2|both sides|there|in step {small}]?
        [Where|and where] does the [minus|{small}|square|1/2] come from?
        [ok|Okay], [and if|what if] [x is negative|there are three numbers|it's not a right triangle]?
        [I got|my answer is] [{number}|x = 4|0.25|3/8], [is that right|correct]?
        [Can|could] you [do|give] [another example|one with fractions|a harder one]?
        [Still|I'm still] [lost|confused] [after|at] [the second step|the factoring part].
        [So|Does that mean] [it's always|you never] [positive|allowed|the same]?
        [Explain|say] it [without letters|with money|like I'm ten][.| then.|]
        [How|and how] [do I|can I] [remember|check] [it|that] in the exam?
        [now|ok now] [what about|the same with] [the integral|three dice|cubes|percent increase]?
        [Got it|makes sense], [next|now] [exercise|one]: [5(x-2)=3x+8|area of a sector|P(A or B)]
    """),
    replies=lines("""
        [Subtract|Take away] 2x on both sides first, [then|next] move the 7: you get x = 15. [Put it back \
            in to check|Try it in the original].
        [Think of|Picture] a pizza: [thirds and quarters|the pieces] need the same size before you can add \
            them, so [use twelfths|cut it into twelve].
        The derivative [tells|says] how fast [something changes|the curve rises] at [one moment|a point], \
            like [a speedometer|the slope of a hill].
        [Two discounts|They] multiply: 0.9 times 0.8 is 0.72, [so it's 28 % off|not 30 %].
        [Median|The median] is the middle value, so [one huge number|an outlier] [hardly moves it|doesn't \
            pull it].
        [Nearly|Almost]: the square root of a sum is not [the sum of the roots|split like that]. [Test it \
            with 9 and 16|Try numbers].
        [Order matters|If order counts], [use permutations|it's a permutation]; [otherwise|if not], \
            combinations.
        [Let|Call] x [be|the] hours: one tap fills 1/3 [of it|] per hour, the other 1/5, so [add the \
            rates|x is 15/8].
    """),
)
