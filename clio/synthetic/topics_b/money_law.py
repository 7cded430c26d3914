"""Topics of money and law: budgets, taxes, contracts, tenancy."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="personal_budget",
        area="money_law",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "[I bring home|After tax I get|My take-home is] [about {money} a week|around 2,300 a "
                "month|1,850 a month], [rent eats half|and it vanishes|paid on the 25th]."
            ),
            (
                "[We're two|It's me and {relative}|A family of five], [one income|two incomes, "
                "unequal|irregular freelance money], [and a car|no debts except the fridge]."
            ),
            (
                "[I've got|There's] [a credit card at its limit|{money} on a store card|a student "
                "loan|an overdraft], [not proud of it|interest is brutal|been there for [two "
                "weeks|three weeks|a month|six weeks|two months|half a year]]."
            ),
            (
                "[Prices went up|Everything costs more|Energy doubled], [the pay didn't|my salary is "
                "frozen], [so the old plan broke|and savings melt]."
            ),
            (
                "[My contract ends|Parental leave starts|I go part-time] in [{month}|[two weeks|three "
                "weeks|a month|six weeks|two months|half a year]], [income drops by a third|so we need "
                "to adjust]."
            ),
            (
                "[I never learned this|Nobody taught me about money|I've never kept accounts], [parents "
                "lived hand to mouth|school didn't help either|and it shows|first steps at {age}]."
            ),
            (
                "[Inherited|I got|There was a bonus of] [a small sum|{money}|a few thousand] [from my "
                "aunt|last month|out of the blue], [don't want to waste it|it's just sitting there]."
            ),
            (
                "[By the 20th|Around mid-month|A week before payday] [I'm broke|the account is empty], "
                "[every month|without fail|and I can't say where it went]."
            ),
            (
                "[Saving for|We're putting money aside for] [a deposit|a wedding in {month}|a van|IVF], "
                "[slowly|painfully slowly], [target is far]."
            ),
            (
                "[We just had|Expecting] [a baby|twins|our second], [nursery costs as much as rent|one "
                "of us stays home]."
            ),
            (
                "[I tried|I've used] [spreadsheets|three budgeting apps|the envelope thing], [gave up "
                "after a week|too fiddly|it lasted until {month}]."
            ),
            (
                "[Subscriptions|Takeaways|Impulse buys], [guilty|that's my weak spot|I know, I "
                "know|it's online shopping too], [it adds up]."
            ),
            (
                "[Moving out|I'm moving to {city}|First flat] [on my own|in {month}|with {relative}], "
                "[never paid bills before|excited and scared]."
            ),
            (
                "[I'm {age}|At {age}] [with nothing saved|and retirement looks thin|finally earning "
                "decently], [so better late than never|time to get serious]."
            ),
            (
                "[My income|What I earn] [swings|varies wildly|is seasonal], [from nothing to four "
                "thousand|tips and gigs], [banks hate me]."
            ),
            (
                "[The car|Our boiler|My laptop] [died|needs replacing] [last week|on {weekday}], [there "
                "goes the buffer|no emergency fund]."
            ),
            (
                "[We don't fight|My partner and I argue] about [money|spending], [but never plan "
                "either|almost weekly|he saves, I live]."
            ),
            (
                "[I send|Part of it goes|Each month I wire] [{money} to my parents|a third home|money "
                "to {country}], [that's fixed|and it comes first]."
            ),
        ),
        asks=(
            (
                "[Make|Set up] a [monthly budget|simple budget] [for|based on] [1,900 net and 850 "
                "rent|3,400 for a couple with a kid|roughly 1,200 as a student]."
            ),
            (
                "[How much|What share] [should I|do people] [spend on rent|put aside each month|keep "
                "for emergencies], [realistically|at my level|as a rule]?"
            ),
            (
                "[Which debt|What] [do I pay first|should go first]: [the card at 19 percent or the "
                "small loan|overdraft or car|highest rate or smallest balance]?"
            ),
            (
                "[Help me|I need to] [cut|find] {money} [a month|every month] [from our "
                "spending|without feeling poor], [where would you look|list ideas by pain]."
            ),
            (
                "[Explain|Can you explain] [the 50/30/20 rule|sinking funds|zero-based "
                "budgeting|envelopes] [with my numbers|as if I were fifteen|briefly]."
            ),
            (
                "[Where does all my money go|How come I'm always broke on a decent wage|Why is nothing "
                "ever left]? [Here's a month: rent 700, food 480, car 310, rest 600.|Tracking "
                "ideas?|It's a mystery to me.|I don't even smoke.]"
            ),
            (
                "[Could we|Can I] [afford|manage] a [second child|flat at 1,150 cold|year of "
                "part-time|dog] on [about 2,800|one and a half salaries]?"
            ),
            (
                "[Build|Create] a [spreadsheet layout|table|tracker] for [shared expenses|irregular "
                "income|weekly cash], [with formulas|that my husband will use too]."
            ),
            (
                "[What's a|Give me a] [fair way|method] to [split bills|share costs] when [one earns "
                "twice as much|one of us studies|three flatmates have different rooms]?"
            ),
            (
                "[Plan|Work out] how [I can|we] save [{money} by {month}|ten thousand in two years|for "
                "a trip to {country}] [starting from zero|with about 150 spare]."
            ),
            (
                "[Is it smarter|Better] to [build a cushion or clear debt|overpay the mortgage or "
                "save|lease or buy used], [given low income|and why]?"
            ),
            (
                "[Tips for|What helps with] [sticking to a plan|spending less on food|stopping "
                "late-night orders] [when willpower runs out|with ADHD|please]."
            ),
            (
                "[Check|Look over] [my numbers|this plan]: [income 2,450, fixed 1,600, savings 300, fun "
                "200|rent 40 percent, food 20, loan 15]. [Sane?|Too tight?|What's off?]"
            ),
            (
                "[emergency fund|A rainy-day fund]: [how big|three months or six], [where to keep it|do "
                "I pause everything else], [if I'm self-employed|single income]?"
            ),
            (
                "[Which|What] [annual costs|hidden costs] do [people forget|first-time renters "
                "overlook|I plan for] [in a yearly budget|when moving out]?"
            ),
            (
                "[How should|In what way could] [a freelancer|someone paid in tips|a seasonal worker] "
                "[budget|pay themselves] [when no month is alike|]?"
            ),
            (
                "[Talk to me about|Be frank about] [buy now pay later|no-spend months|budget apps|cash "
                "stuffing]: [worth it|trap or tool]?"
            ),
            (
                "[My teenager|Our daughter] [starts a job|gets an allowance of {number}]. [How do I "
                "teach budgeting?|What should they pay for?|Ideas that stick?]"
            ),
            (
                "[We want to|I'm going to] [live on one salary|retire ten years early|buy nothing new "
                "for a year]. [What would the figures need to be?|Realistic?]"
            ),
        ),
        terse=(
            "[budget|monthly budget] [template|calculator] [1900 net|couple|student|irregular income]",
            "[50 30 20|zero based|envelope] [budget|method] [example|low income]",
            "[debt|credit card] [snowball vs avalanche|payoff plan|19 percent] [calculator|which first|]",
            "[emergency fund|savings] [how much|self employed|where to keep]  [single|]",
            "[cut|reduce] [grocery bill|subscriptions|energy costs] [family|list|fast]",
            "split [bills|rent] [unequal income|fairly|three flatmates] [formula|]",
            "save [{money}|deposit|for wedding] [in 12 months|plan|low wage]",
            "[no spend month|cash stuffing|budget app] [rules|worth it|beginner|how to start]",
            "[cost of living|average expenses] [{city}|single person|with baby] [monthly|]",
            "[spreadsheet|tracker] [expenses|shared costs|savings goal] [formula|simple]",
        ),
        details=(
            "[Rent|Housing] is [fixed|not negotiable|going up in {month}][, sadly|, so leave it|].",
            (
                "[I won't|Can't] [give up the gym|sell the car|stop helping my mum][, period|, before "
                "you ask|]."
            ),
            (
                "[No investing talk|No stocks or crypto|Nothing risky|Just cash for now], [please|first "
                "the basics|I'm risk-averse]."
            ),
            (
                "[Use|Put it in] [round numbers|euros|pounds per week], [I get paid weekly|simpler for "
                "me|please]."
            ),
            "[Leave|Keep] [some fun money|{number} for hobbies|space for gifts] [in it|, or I'll quit].",
            "[We'd like|I'd like] [to see results by {month}|one page only|it automated].",
            "[My bank|The bank] [has pots|doesn't do sub-accounts|rounds up purchases][, if useful|].",
            (
                "[There's|I pay] [child support|a phone contract until {month}|{money} a year for "
                "insurance][, fixed|]."
            ),
            "[Groceries|Food] for [two|four] [run|come to] [around {number} a week|more than I admit].",
            (
                "[I prefer|Better] [paper|pen and notebook|something on my phone], [apps stress me|no "
                "spreadsheets]."
            ),
            (
                "[My partner|{relative}] [doesn't want to track|must be able to follow it|is terrible "
                "with money]."
            ),
            "[Pay arrives|I'm paid] [on the last {weekday}|twice a month|whenever clients pay].",
        ),
        followups=(
            (
                "[What if|And if|Suppose] [the rent goes up|I lose a client|we have another baby|my "
                "hours are cut]?"
            ),
            (
                "[Can you|Could you|Please] [put that in a table|do it weekly|redo it with 200 "
                "less|show percentages]?"
            ),
            (
                "[I forgot|Left out] [the car insurance|Christmas|pet food|the dentist]. [Where does "
                "that go?|Rework it?]"
            ),
            "[Which|What] would you [cut first|automate|track], [if only one thing|honestly]?",
            (
                "[That leaves|So that means] [{number} a week|nothing for fun|more than I thought], "
                "[right|am I reading it correctly]?"
            ),
            (
                "[How do I|How should we|How can one] [get my partner on board|handle months with five "
                "weeks|treat yearly bills|stay motivated]?"
            ),
            (
                "[I managed|We did] [two weeks|the first month] [so far|], [overspent on food|{number} "
                "left over]. [Next step?|Adjust?]"
            ),
            (
                "[Should I|Do I] [close the old card|use savings to clear it|ask for a lower rate][ "
                "first|, or wait|]?"
            ),
            "[Is {number}|Would 15] [percent|a month] [enough|a good start][ for that|]?",
            (
                "[Thanks|Great|Good stuff]. [And for next year?|What do I do with the surplus?|Now the "
                "debt part.|Where do I put it?]"
            ),
        ),
        replies=(
            (
                "[List the fixed costs|Start with what's fixed|Write down the fixed costs], [divide the "
                "rest by weeks|then a weekly amount], and [treat that as your limit|move it to a second "
                "account]."
            ),
            (
                "[Pay the minimum on all|Keep every minimum going] and [throw the rest at|put extra on] "
                "[the highest rate|the priciest debt][, which saves most|]."
            ),
            (
                "[On that income|With those numbers], [about 800 for rent|a third for housing] is [the "
                "ceiling|what's comfortable]; [you're close|it's tight but workable]."
            ),
            (
                "[Three months|Start with one month] of [essential costs|expenses] in [a separate "
                "account|easy access savings] [is a fair target|comes first]."
            ),
            (
                "[I've put it|Here it is] in [a table|five lines]: [needs, goals, fun|fixed, flexible, "
                "yearly], [with yearly bills split by twelve|and a small buffer]."
            ),
            (
                "[Split|Share costs] [in proportion to income|by income], so [someone earning double "
                "pays double|both keep similar free money] [at the end|]."
            ),
            (
                "[Automate it|Set a standing order] [the day pay arrives|on payday]; [what you don't "
                "see|money moved early] [isn't missed|stays saved]."
            ),
            (
                "[Track|Write down] [just two categories|food and impulse buys] [for a month|first]; "
                "[most leaks show there|that's where money hides]."
            ),
        ),
    ),
    Topic(
        name="tax_question",
        area="money_law",
        weight=1.0,
        concern=1,
        contexts=(
            (
                "[I'm|I've been] [self-employed since {month}|freelancing on the side|a sole trader], "
                "[a few clients abroad|small turnover|alongside a normal job]."
            ),
            (
                "[The deadline|Filing] is [in [two weeks|three weeks|a month|six weeks|two months|half "
                "a year]|at the end of {month}|closer than I'd like], [and I've got a shoebox of "
                "receipts|I've barely begun]."
            ),
            (
                "[I got a letter|A letter came|There's a notice] from [the tax office|the revenue] [on "
                "{weekday}|yesterday], [written in riddles|asking for {money}|and I don't understand "
                "it]."
            ),
            (
                "[I moved|We relocated] from [{country}|{city}] to [Denmark|Prague|Peru|Belgium] "
                "[mid-year|in {month}], [two employers|paperwork in two languages]."
            ),
            (
                "[We married|I got divorced|Our child was born] [in {month}|last year], [so my status "
                "changed|something must change in the forms]."
            ),
            (
                "[My accountant|The guy who did our taxes] [retired|wants {money}|never calls back], "
                "[so I'll do it myself|this year I'm on my own]."
            ),
            (
                "[I sold|Last year I sold] [some shares|my old flat|a bit of crypto|a vintage guitar], "
                "[small profit|at a loss|first time ever]."
            ),
            (
                "[I work from home|Home office|Working remotely] [three days a week|since {year}|in the "
                "spare room], [bought a desk|pay for my own internet]."
            ),
            (
                "[I rent out|We let] [a room|our old flat|a garage], [since {month}|to a "
                "student|through a website]."
            ),
            (
                "[I'm an employee|Normal salaried job], [nothing fancy|one job, one car|plus tips], "
                "[never filed before|the software asks odd things]."
            ),
            (
                "[Student here|I'm a student|I study], [summer job|two part-time gigs|working in a "
                "café], [earned about {money}|not much]."
            ),
            (
                "[Last year|For 2023|The year before last] I [forgot to file|made a mistake|missed an "
                "income], [not on purpose|and noticed only now|I'd like to put it right]."
            ),
            (
                "[My parents|My grandmother|{relative}] [gave us money|left us a flat|transferred the "
                "house], [and someone mentioned tax|legal fog]."
            ),
            (
                "[I'm no expert|Numbers scare me|I fail at paperwork], [forms make me sweat|so talk "
                "slowly], [please|bear with me]."
            ),
            (
                "[We run|I co-own] [a small shop|a tiny online store|a food truck], [three of us|no "
                "staff], [bookkeeping is my weekend hobby|receipts everywhere]."
            ),
            (
                "[I commute|My commute is] [{number} km each way|across a border|by bike and train], "
                "[rarely reimbursed|four days a week]."
            ),
            (
                "[Retired|I retired] [in {month}|last year|at sixty-three], [a pension plus a little "
                "consulting|living abroad part of the year]."
            ),
            (
                "[General question|No need for exact law], [I'll ask a professional later|I just want "
                "the idea], [country: {country}|no particular country]."
            ),
        ),
        asks=(
            (
                "[Can I|Am I allowed to] [deduct|write off] [a laptop|my home office|train tickets|a "
                "language course] [if I use it privately too|as an employee|as a freelancer]?"
            ),
            (
                "[Do I|Would I] [have to|need to] [declare|report] [income from selling handmade "
                "candles|a gift from my parents|foreign bank interest|{money} in tips]?"
            ),
            (
                "[What happens|How bad is it] if I [file late|forgot a form|can't pay it all at once], "
                "[penalties or a slap on the wrist|and what should I do now]?"
            ),
            (
                "[Explain|Please explain] [marginal versus average rates|VAT for "
                "beginners|withholding|depreciation] [with a simple example|to someone who hates tax]."
            ),
            (
                "[How do I|What's the process to] [register as self-employed|correct an old "
                "return|claim a refund|get a tax number] [step by step|from abroad|]?"
            ),
            (
                "[Which|What] [records|receipts|documents] do I [need to keep|have to gather], and [for "
                "how long|is a photo enough]?"
            ),
            (
                "[Estimate|Roughly calculate] [my tax|what I'd owe] on [38,000 salary plus 6,000 "
                "freelance|52,000 as a couple|a profit of {money}]. [Ballpark is fine.|Show the steps.]"
            ),
            (
                "Is it [better|smarter] to [file jointly|stay below the VAT threshold|take the flat "
                "rate], [given uneven incomes|and what are the catches]?"
            ),
            (
                "[Help me understand|Can you decode] [this letter|my payslip]: ['provisional "
                "assessment, payment on account due'|code 1250L M1|'benefit in kind adjusted']."
            ),
            (
                "[capital gains|Capital gains question]: [sold shares held for three years|swapped one "
                "coin for another|sold a flat I lived in], [taxable or not|what do I report]?"
            ),
            (
                "I need [a checklist|a list of deductions|an overview] [for a nurse|for landlords|for a "
                "first-time filer|for a travelling sales rep]."
            ),
            (
                "[Where|Under which heading] do I [enter|put] [a company car|childcare "
                "costs|donations|union dues], [roughly|in the usual software]?"
            ),
            (
                "[How much|What percentage] should I [set aside|put away] [from each invoice|every "
                "month] [as a freelancer|for tax and social security]?"
            ),
            (
                "[Write|Draft] a [letter asking for instalments|short objection|request for an "
                "extension] to [the tax office|the revenue], [polite and brief|firm]."
            ),
            (
                "[Double taxation|Two countries]: [I live in {country} and work remotely for a Danish "
                "firm|salary in {country}, flat let in Prague|pension from one, home in another]. [Who "
                "taxes what?|Where do I file?]"
            ),
            (
                "[Does the|Will the] [wedding gift|inheritance|scholarship|severance] [count as "
                "income|get taxed], [and is there an allowance|at which point]?"
            ),
            (
                "[My invoice|An invoice I sent] [to a client in {country}|to a charity]: [VAT or no "
                "VAT|what wording do I need][, as this is a first|]?"
            ),
            (
                "[What counts|What qualifies] as [a business expense|a hobby versus a business|tax "
                "residence]? [Grey areas interest me.|Examples help.]"
            ),
            (
                "[Mileage|Car costs]: [flat rate or actual costs|logbook or percentage], [which pays "
                "off|what do inspectors like] with [about 9,000 km a year|an old diesel]?"
            ),
        ),
        terse=(
            (
                "[home office|laptop|commute|phone bill] [tax deductible|deduction] "
                "[employee|freelancer|how much]"
            ),
            "[late filing|wrong return|missed deadline] [penalty|fix|tax|appeal]",
            "[capital gains|crypto|inheritance] tax [allowance|example|do i owe|2 years later]",
            "[vat|sales tax] [threshold|on invoice abroad|registration] [small business|]",
            "[freelance|side income|tax on|extra] [set aside percent|first year|tax rate]",
            "[joint|separate] [filing|assessment] [married|pros cons|calculator]",
            "[tax letter|payslip|tax code] [meaning|explained|what to do|wrong]",
            "[receipts|records] [how long keep|digital copies] [self employed|landlord|]",
            "[rental|airbnb|room] income [tax|declare|expenses list|losses]",
            "[tax refund|instalment plan|extension] [how to apply|letter|timeline|rejected]",
        ),
        details=(
            "[It's|That's] for [{country}|tax year [2023|2024|2025]|a sole trader|a couple with two kids].",
            "[Amounts are small|We're talking about {money}|Roughly {money}][, not millions|, all told|].",
            (
                "[No need|You needn't|I don't expect you] [to quote law|for exact figures], [just the "
                "principle|rough is fine]."
            ),
            (
                "[I have|I kept] [all receipts|bank statements only|half the paperwork][, scanned|, in "
                "a box|]."
            ),
            "[I use|I'm using] [the official online form|cheap software|paper forms][, like a caveman|].",
            (
                "[I'd rather|Prefer to] [overpay slightly|do it right|stay on the safe side] [than get "
                "a letter|than argue]."
            ),
            "[Simple language|Plain words], [please|I'm new here|not an accountant|I failed maths|thanks].",
            (
                "[Also|Besides that,] I [pay a student loan|support my mother|have a disability card][, "
                "if that counts|]."
            ),
            "[My spouse|{relative}] [doesn't work|earns more|lives abroad][, in case that matters|].",
            (
                "[Nothing shady|All above board|Everything is declared|I'm honest], [I just want to "
                "understand|to be clear|promise]."
            ),
            "[The company|My employer] [paid half|reimburses fuel|won't help][, for the record|].",
            "[I already|Already] [filed once|paid {money}|called the hotline][, no answer|, to no avail|].",
        ),
        followups=(
            (
                "[And if|What if|Suppose] I [earn more next year|lost the receipt|paid in cash|moved in "
                "between]?"
            ),
            "[Does that|Would this] [apply|work] [to last year too|for my wife|if it's second-hand]?",
            "[What's|What was] the [threshold|deadline|form number][ again|, roughly|] [for that|]?",
            "[Could you|Can you] [show the calculation|list it in order|give an example with {money}]?",
            (
                "[They replied|I called them]: [pay by {month}|it's being reviewed|send more "
                "documents]. [Normal?|What do I send?]"
            ),
            "[Is it|Would it be] [risky|worth it|legal] [to wait|to amend it|without an accountant]?",
            (
                "[So|Right, so] [I owe nothing|half is deductible|I need a second form], [correct|did I "
                "get that right]?"
            ),
            "[How would|What would] [an accountant|they] [handle|charge for] [that|this]?",
            "[Where|How|When] do I [prove that|enter it|find that number|keep track]?",
            (
                "[Thanks|OK]. [Next topic: VAT.|And social security?|Anything I can still do before "
                "{month}?|Same for my partner?]"
            ),
        ),
        replies=(
            (
                "[Rules differ by country|It depends on where you file|Tax law varies], but [mixed use "
                "is usually split|as a rule only the business share counts]; [keep a short log|note how "
                "you estimated it]."
            ),
            (
                "[File as soon as you can|Send it in late rather than never|Get the form in soon], "
                "[most penalties grow with time|the fine is often small], and [ask for "
                "instalments|explain in one page]."
            ),
            (
                "[Yes, declare it|It should be declared|List it on the return], [even if no tax "
                "results|although it may be tax-free]; [the allowance often covers it|that keeps you "
                "safe]."
            ),
            (
                "[Set aside|Put away] [a quarter to a third|about thirty percent] of [each "
                "payment|profit] [until the first bill|in a separate account]."
            ),
            (
                "[Keep invoices, statements and logs|Hold on to your records|Keep every document] for "
                "[six to ten years|the statutory period]; [clear scans are usually fine|ask your office "
                "about scans]."
            ),
            (
                "[That notice means|In plain words the letter says|It means] [an advance payment is "
                "due|they estimate this year from last], and [you can ask to lower it|you may object "
                "within a month]."
            ),
            (
                "[Roughly|As a rough estimate], [you'd owe about a fifth|the extra income falls in your "
                "top band]; [here are the steps|the first part is tax-free] [and the assumptions|]."
            ),
            (
                "[A local adviser|For two countries, an adviser] [should confirm this|is money well "
                "spent], [since treaties decide|as residence rules are tricky] [case by case|]."
            ),
        ),
    ),
    Topic(
        name="contract_question",
        area="money_law",
        weight=1.0,
        concern=1,
        contexts=(
            (
                "[I've been offered|They offered me|Just got] a [job|part-time role|freelance gig] at "
                "[a start-up|a school|{company}], [starting in {month}|paperwork arrived today|they "
                "want it back by {weekday}]."
            ),
            (
                "[I signed|We signed] [in a hurry|at the door|without reading page four], [rookie "
                "mistake|[two weeks|three weeks|a month|six weeks|two months|half a year] ago], [and "
                "now I regret it|don't judge]."
            ),
            (
                "[The other side|Their lawyer|The agency] [says it's standard|won't change a "
                "comma|keeps sending new versions], [hm|which I doubt|and I feel pushed]."
            ),
            (
                "[It's a two-page|The thing is a twenty-page|We're talking about a dense] "
                "[document|agreement|PDF], [all in legalese|clearly copied from somewhere|no annex]."
            ),
            (
                "[I run|We have] [a tiny design studio|a bakery|a podcast|a cleaning firm], [no legal "
                "department|just me and {relative}], [and this is our first big client|growing faster "
                "than our paperwork]."
            ),
            (
                "[The gym|My phone company|The software vendor] [won't let me out|renewed for a "
                "year|charges me still], [although I cancelled|since {month}]."
            ),
            (
                "[I'm no lawyer|I'm not a native speaker|None of us is good at small print|Contracts "
                "bore me to tears], [so in plain words|please assume I know nothing|so go slowly]."
            ),
            (
                "[There is|They have] a [clause about|paragraph on] [intellectual "
                "property|non-competition|liability|exclusivity] [that worries me|I read three times|on "
                "the last page]."
            ),
            (
                "[Verbally|On the phone|Over lunch] we agreed [on something else|on {money}|that I "
                "could leave any time], [it's not in the text|now it reads differently]."
            ),
            (
                "[My notice period|The deadline to object|The cooling-off period] [ends|runs out] [on "
                "{weekday}|in [two weeks|three weeks|a month|six weeks|two months|half a year]], [so "
                "time is short|so I need clarity]."
            ),
            (
                "[We're friends|It's between friends|We trust each other], [so a handshake seemed "
                "enough|we want it fair], [but money changes things|just in case]."
            ),
            (
                "[The work is finished|I delivered everything|The job's done], [they haven't paid|they "
                "want extra rounds for free|no word for [two weeks|three weeks|a month|six weeks|two "
                "months|half a year]]."
            ),
            (
                "[I'm leaving|I quit] [my job|the agency|the band] [in {month}|soon] and [want to take "
                "clients along|don't want trouble]."
            ),
            (
                "[Bought|I bought] a [used car|sofa|course] [online|from a dealer in {city}|last "
                "{season}], [and it isn't as described|it broke in [two weeks|three weeks|a month|six "
                "weeks|two months|half a year]]."
            ),
            (
                "[A lawyer costs|Legal advice here is] [more than the deal|{money} an hour|out of "
                "reach], [so first I'd like to understand it myself|one free call only]."
            ),
            (
                "[The draft|Their draft|This version] [names the wrong company|has blanks|contradicts "
                "itself], [sloppy|which makes me nervous|page 2 versus page 5]."
            ),
            (
                "[We're launching|I'm starting] [a business|a joint project|a small label] with [a "
                "cousin|{name}|two old classmates], [fifty-fifty in theory|nothing on paper yet]."
            ),
            (
                "[Law of {country}|It's under the law of {country}], [I believe|according to the last "
                "line|if that matters], [although I live in Belgium|which is far from me|disputes go to "
                "arbitration]."
            ),
        ),
        asks=(
            (
                "[What does|Can you explain what] ['best efforts'|'time is of the essence'|'indemnify "
                "and hold harmless'|'force majeure'] [mean|means] [for me in practice|in normal "
                "English|, with an example]?"
            ),
            (
                "Is [a non-compete of two years|a penalty of three months' pay|a clause about my side "
                "projects] [enforceable|usual|even legal], [or just there to scare me|roughly speaking]?"
            ),
            (
                "[Summarise|Break down] [the key points|the obligations on each side] of [a service "
                "agreement|a licence|an employment contract] [and tell me what to watch for|in a table]."
            ),
            (
                "[How do I|What's the right way to] [get out of|cancel|end] [a fixed-term contract|a "
                "gym membership|an exclusive deal] [early|without paying twice|politely]?"
            ),
            (
                "[Draft|Write] a [clause|short paragraph] [on late payment|limiting revisions to two "
                "rounds|about who owns the photos|on cancelling at short notice]."
            ),
            (
                "[Can they|Are they allowed to] [change the price|move my workplace|withhold "
                "payment|use my name] [without asking|midway|after I've left]?"
            ),
            (
                "[What should|Which points should] [be in|I put into] [a contract with a freelancer|a "
                "simple loan agreement|a band agreement|a car sale between private people]?"
            ),
            (
                "Does [an email|an unsigned PDF|a text message|an oral promise] count as a contract[, "
                "if both acted on it|, and how would I prove it|]?"
            ),
            (
                "[Compare|Which is better for me]: [a fixed fee or hourly|a licence or a full transfer "
                "of rights|30 days or 14 days notice], [as the small party|and what would you push for]?"
            ),
            (
                "[Rewrite|Simplify] [this|the following]: ['the Contractor shall remedy any defect "
                "forthwith'|'neither party shall assign'|'termination for convenience upon thirty "
                "days']. [Short and human.|So my client gets it.]"
            ),
            (
                "I [need to|have to] [negotiate|push back on] [the liability cap|unpaid overtime|an "
                "auto-renewal|the exclusivity bit]. [How do I word it?|Arguments?|What is a fair "
                "middle?]"
            ),
            (
                "Where [are the traps|do people get burnt|should I look twice] in [influencer "
                "deals|leasing contracts|franchise agreements|book contracts] [usually|]?"
            ),
            (
                "[Do I|Must I] [give a reason|pay the full term|hand over the source files] if I "
                "[resign in probation|terminate early|stop working with them]?"
            ),
            (
                "[red flags|Any red flags] [in a consulting agreement|when selling my company shares|in "
                "an NDA] [before I sign|that beginners miss]? [Short list please.|]"
            ),
            (
                "[Write|Help me write] a [firm reminder|formal notice|letter] [about an unpaid "
                "invoice|that I withdraw from the purchase|disputing the renewal]."
            ),
            (
                "[What happens|Who is liable|Where do I stand] if [the delivery is late|a subcontractor "
                "messes up|the client goes bankrupt|I fall ill halfway]?"
            ),
            (
                "[Who owns|Do I keep] [the code I wrote|my designs|the recordings] [if nothing is "
                "written down|when working for a friend|under work for hire]?"
            ),
            (
                "[Make|Give me] a [template|skeleton] for [an NDA|a photo release|a consulting "
                "agreement of one page], [fair to both sides|with blanks to fill]."
            ),
            (
                "[How binding is a letter of intent|Do general terms on a website bind me|Is it a "
                "problem if my signature is scanned][, in general|, do you know|, roughly|]?"
            ),
        ),
        terse=(
            "[non compete|nda|indemnity] clause [meaning|enforceable|too broad] [freelancer|employee|]",
            "[cancel|terminate] [gym|phone|saas] contract [early|auto renewal|letter]",
            "[freelance|loan|car sale] contract [template|checklist|one page|clauses]",
            "[verbal|email|unsigned|whatsapp] agreement [binding|proof|value]",
            "[work for hire|ip rights|licence vs assignment] [explained|designer|code] [who owns|]",
            "[notice period|probation] [resign|30 days|counting days]  [rules|]",
            "[late payment|penalty|force majeure] clause [wording|example|fair]  [small business|]",
            "[liability cap|exclusivity|non solicitation] [negotiate|normal|counter offer|push back]",
            (
                "[unpaid invoice|breach of contract|ghosting client] [formal notice|next steps|small "
                "claims|interest]"
            ),
            "[contract review|red flags|second opinion] [job offer|consulting|lease car|influencer]",
        ),
        details=(
            "[I haven't signed|Nothing is signed] [yet|so far][, thank God|, luckily|].",
            "[It's about|We're talking] {money} [a month|in total|per year].",
            (
                "[Plain English|No legalese|Normal words], [please|as if for my gran|I'm tired|short "
                "sentences]."
            ),
            (
                "[Under the law of {country}|It falls under the law of {country}][, I think|, if that "
                "changes it|]."
            ),
            (
                "[Not legal advice|I know it's not legal advice|I know the limits of this], [just "
                "orientation|I'll see a lawyer if needed|no worries|a rough idea will do]."
            ),
            "[I want|We'd like] to [stay friendly|keep the client|leave on good terms][, if I can|].",
            (
                "[The other party is|They're|They are, I should say,] [much bigger|a private person|a "
                "public body|my cousin]."
            ),
            "[Half a page|One paragraph|Bullet points] [is enough|at most|would be ideal][, please|].",
            (
                "[There's|It has] [no termination clause|an arbitration clause|a penalty of "
                "{percent}][, if I read it right|]."
            ),
            "[I've paid|They paid] [a deposit|half|nothing] [so far|up front|in {month}].",
            "[My start date is|It runs until] [{month}|the end of {month}|mid {month}].",
            "[Everything|Most of it] [was by email|is in writing|was agreed by phone][, dates included|].",
        ),
        followups=(
            "[And if|What if|Suppose] they [refuse|don't answer|threaten to sue|say it's non-negotiable]?",
            "[Can you|Could you|Please] [make it firmer|shorten it|add a deadline|word it neutrally]?",
            (
                "[They answered|Reply came]: ['we'll meet you halfway'|'company policy'|'our lawyer "
                "will contact you']. [What now?|How do I respond?]"
            ),
            "[Is that|Would that be] [normal in my field|fair|risky for me][, in your view|, honestly|]?",
            "[Where|In which section] would [that clause|such a sentence] [go|fit best|be safest]?",
            (
                "[So|Meaning] [I can leave any time|I owe them nothing|the deposit is lost], "
                "[correct|in short|did I get it]?"
            ),
            (
                "[I found|There's] [another clause|an annex|an old email] saying [the opposite|thirty "
                "days|I waive this]. [Which counts?|Does it change things?]"
            ),
            "[How much|How long] would [a lawyer|small claims court] [take|cost|need] [roughly|]?",
            "[What evidence|Which documents] should I [keep|send|collect] [now|before the call|]?",
            (
                "[One more|Last question|Final one]: [does a scan count|who pays the costs|do weekends "
                "count|can I record the call]?"
            ),
        ),
        replies=(
            (
                "[It means|In plain words]: [you cover their losses|if you cause damage, you pay], [so "
                "ask for a cap|limit it to direct damage] [at the contract value|]."
            ),
            (
                "[Such clauses|Limits like that] [must be reasonable|only hold if narrow] in [time, "
                "place and scope|length and area]; [local law decides|two years is long]."
            ),
            (
                "[Ask to|You can ask them to] [strike it|add a mutual notice period]; ['either party "
                "may end this with 30 days notice' is fair|most will agree] [if you explain why|]."
            ),
            (
                "[Written proof helps|An email trail counts|Messages are evidence], [even without a "
                "signature|even if informal]; [collect dates, amounts and messages|confirm it in "
                "writing today]."
            ),
            (
                "[Here's a clause|Suggested wording]: ['Invoices are due within 14 days.'|'Two revision "
                "rounds are included.'] [Keep it simple.|Add a late fee if you like.|Adjust the "
                "numbers.]"
            ),
            (
                "[Check three things|Look at] [term, notice and payment|who owns the result, how it "
                "ends], [then liability|and what happens when it goes wrong] [before signing|]."
            ),
            (
                "[Unless stated otherwise|By default|Without a clause on it], [the author often keeps "
                "the rights|it depends on employment or not], [so put the transfer in writing|get it in "
                "one sentence]."
            ),
            (
                "[For that sum|With this much at stake], [an hour of a lawyer|a short consultation] [is "
                "worth it|pays off]; [bring this list|I can prepare your questions]."
            ),
        ),
    ),
    Topic(
        name="rent_dispute",
        area="money_law",
        weight=0.9,
        concern=1,
        contexts=(
            (
                "[We moved out|I left the flat] in [{month}|good shape], [handed over the keys|photos "
                "of every room], [and since then silence|not a word back]."
            ),
            (
                "[The landlord|My landlady|The agency] [wants|announced|is asking for] "
                "[eight|twelve|fifteen|twenty] percent more [from {month}|per month|], [in a one-line "
                "email|no reason given|after {small} years]."
            ),
            (
                "[The heating|Our boiler|Hot water] has been [out|on and off|lukewarm] [for [two "
                "weeks|three weeks|a month|six weeks|two months|half a year]|since {weekday}], [with a "
                "baby at home|in {month} of all times|and I've reported it]."
            ),
            (
                "[There's mould|Black mould] [in the bedroom|behind the wardrobe|all over the "
                "bathroom], [he says I don't air enough|they painted over it|my son coughs]."
            ),
            (
                "[I share|We share] the [lease|flat] with [{name}|two others|my ex], [who moved out|who "
                "stopped paying|names on paper: both]."
            ),
            (
                "[My upstairs neighbour|The man below|The bar downstairs] [makes noise|has "
                "parties|drags furniture] [until three|every {weekday}|all night], [the management "
                "shrugs|and I work early]."
            ),
            (
                "[I've lived here|We've been renting] [for {small} years|since {year}|since uni], "
                "[never late with rent|no complaints from anyone|at a low rent]."
            ),
            (
                "[He comes in|She let herself in|A workman entered] [without asking|with his own "
                "key|while I was out], [twice now|on {weekday}|says it's his house]."
            ),
            (
                "[They sold|The owner is selling|A fund bought] the building, [new owner, new tone|and "
                "now letters arrive|and viewings every week|so we're nervous]."
            ),
            (
                "[We found|There was] a [notice|letter] [on the door|in the post|under the mat] [giving "
                "us [two weeks|three weeks|a month|six weeks|two months|half a year]|saying 'own "
                "use'|to leave by {month}]."
            ),
            (
                "[The deposit|Our deposit] was [{money}|two months' rent|three rents], [that's a lot "
                "for me|I need it for the next place], [no protection scheme I know of|paid in cash]."
            ),
            (
                "[The bill for|A statement about] [service charges|heating|water] [came|arrived] [a "
                "year late|today|on {weekday}], [{money} on top|nothing itemised|and it can't be right]."
            ),
            (
                "[I have|We've got] [a dog|a lodger|an old verbal deal], [allowed from the "
                "start|nothing in writing], [and suddenly it's an issue|now they object]."
            ),
            (
                "[I'm a student|I'm new in {city}|Not from here], [don't know the rules|no network|my "
                "first rental], [and I feel pushed around|they know that]."
            ),
            (
                "[Actually I'm the landlord|I'm on the other side, I let a flat|We rent out our old "
                "place], [the tenant hasn't paid since {month}|the place was left a mess], [and I want "
                "to do it right|by the book]."
            ),
            (
                "[We agreed|The contract says] [a fixed rent|no pets|repairs within two weeks], [in "
                "writing|page 3|clear as day], [and now he pretends otherwise|though they ignore it]."
            ),
            (
                "[I kept|There are] [messages|photos|a handover report], [dated|all on my phone|signed "
                "by both], [so I can prove it|in case it matters]."
            ),
            (
                "[We don't want|I'd rather avoid] [a war|court|moving], [he lives downstairs|the rental "
                "market is insane], [but enough is enough|yet it isn't right]."
            ),
        ),
        asks=(
            (
                "[Can my landlord|Is he allowed to] [keep the deposit for|charge me for] [normal wear|a "
                "few nail holes|repainting|a ten-year-old carpet]?"
            ),
            (
                "[How much|By how much] [can|may] [the rent be raised|they put the rent up] [in one "
                "go|within a year], [and how much notice do I get|with a contract like mine]?"
            ),
            (
                "[Write|Draft] a [firm letter|polite email|final reminder] [asking for my deposit "
                "back|demanding repairs|objecting to the increase], [with a deadline|one page]."
            ),
            (
                "[May I|Am I entitled to] [reduce the rent|withhold part of it|fix it and send the "
                "bill] [while the heating is off|until the mould is gone], [and by how much|or is that "
                "risky]?"
            ),
            (
                "[What are my rights|Where do I stand|What can I do] if [the flat is sold|he wants it "
                "for his daughter|my co-tenant vanishes|I'm evicted in winter]?"
            ),
            (
                "[They want me out|Told to leave] by [{month}|the end of the month]: [is that notice "
                "valid|what can I do|do I have to go]?"
            ),
            (
                "[How do I|What's the best way to] [prove|document] [damp|noise|that the scratch was "
                "there before] [so that it holds up|for a tribunal|]?"
            ),
            (
                "[Who pays for|Whose job is] [a broken dishwasher|a blocked drain|the lost key|pest "
                "control], [me or the owner|under a normal lease]?"
            ),
            (
                "[Explain|Go through] [this service charge bill|how deposits are protected|what 'fair "
                "wear' means] [item by item|simply|for a newcomer]."
            ),
            (
                "[Is it legal|Are they allowed] [to install cameras in the hallway|to show the flat "
                "every evening|to forbid overnight guests|to switch off my internet]? [That's my "
                "question.|It feels wrong.]"
            ),
            (
                "[My roommate|My ex] [left without paying|won't leave|broke the lease]. [Am I liable "
                "for all of it?|Can I get their name off?|What first?]"
            ),
            (
                "[I want to|How can I] [leave early|sublet for three months|pass the lease on] [because "
                "of a new job in {city}|without losing the deposit], [any way|what do I write]."
            ),
            (
                "[The inventory says|According to the checkout report] [I broke the hob|cleaning is "
                "due|the lock is missing] - [how do I dispute it|that was there before, what now]?"
            ),
            (
                "[Where|Whom] do I [complain|turn to] [about a landlord|when nothing gets repaired] "
                "[for free|before going to court|in a small town]?"
            ),
            (
                "[Estimate|Work out] [a fair deduction|what I'd get back] for [two weeks without hot "
                "water|a stained carpet after six years|a flat 10 percent smaller than stated]."
            ),
            (
                "[As a landlord|Letting my flat], [how do I deal with|what can I do about] [arrears of "
                "two months|unapproved subletting|damage beyond the deposit] [lawfully|step by step]?"
            ),
            (
                "[Make|Give me] a [timeline|checklist|list of evidence] [for the handover|for a "
                "hearing|of what to send and when]."
            ),
            (
                "[Noise|The noise from upstairs]: [what does the landlord have to do|can I cut the "
                "rent|how do I keep a log] [if they refuse to talk|]?"
            ),
            (
                "[Should I|Do I] [sign the new lease|accept half the deposit|pay under protest|agree to "
                "a rent rise], [or am I giving something up|what would you weigh]?"
            ),
        ),
        terse=(
            "[deposit|security deposit] [not returned|deductions|deadline] [letter|carpet|no inventory]",
            "[rent increase|service charge] [{percent}|legal|too high] [object|letter|]",
            "[mould|no heating|no hot water] [tenant rights|rent reduction|landlord ignores|letter]",
            "[eviction|notice to leave|own use] [valid|how long|what to do] [family with child|]",
            "[landlord|agent] [enters without permission|won't repair|sold house] [rights|letter]",
            "[sublet|break lease|roommate moved out] [liable|clause|how|unauthorised]",
            "[noise|smoke] [upstairs neighbour|bar below] [log|rent reduction|landlord duty]",
            "[normal wear|nail holes|painting walls] [tenant or landlord|who pays|moving out|law]",
            "[small claims|tribunal|mediation] [deposit|rent arrears] [cost|steps|]",
            "[checkout report|inventory|handover] [dispute|photos|template|missing]",
        ),
        details=(
            "[I'd like|I want] to [stay in the flat|avoid court|keep it civil][, if I can|].",
            "[Rent is|I pay] {money} [a month|including bills|, never late].",
            "[It's in {city}|The flat is in {country}][, private landlord|, owned by a company|].",
            (
                "[I have|There are] [photos|emails|witnesses] [from the first day|to back it up|of "
                "everything]."
            ),
            "[The lease|My contract] [ends in {month}|is open-ended|has a break clause][, I believe|].",
            "[Polite but firm|Friendly in tone|Formal], [please|he's touchy|she's elderly|with a date].",
            "[I can't afford|No money for] a [lawyer|second rent|long fight] [right now|].",
            "[He only|She only] [calls|texts|speaks through the agent], [never writes|so no paper trail].",
            "[Nothing|No repairs] [was done|were offered] [since {month}|despite {small} reminders].",
            "[One page|Short|Three paragraphs] [at most|please], [he won't read more|so it gets read].",
            "[My flatmate|{relative}] [agrees|is on the lease too|wants to leave].",
            (
                "[We've got|There's] [a newborn|an elderly parent|a sick child] [at home|right now], "
                "[so no moving soon|stress we don't need]."
            ),
        ),
        followups=(
            (
                "[He replied|They wrote back]: ['see you in court'|'cleaning cost more'|'next "
                "week'|nothing but a thumbs up]. [What now?|How do I answer?]"
            ),
            (
                "[And if|What if|Suppose] [they ignore that|I can't find the inventory|he changes the "
                "locks|the neighbours won't testify]?"
            ),
            "[Can you|Could you|Please] [add a deadline|make it sharper|soften it|mention the photos]?",
            "[How long|How many days] [should I give them|does he have|do I wait] [before the next step|]?",
            (
                "[Is it|Would it be] [wise|risky] to [stop paying|involve the council|post about it "
                "online|talk to the other tenants]?"
            ),
            (
                "[I forgot|I should say|Another thing]: [we never signed a new lease|the deposit was "
                "cash|my dad is guarantor|I'm two days late this month]."
            ),
            (
                "[What would|What will] [a tribunal|the court|mediation] [cost|look at|decide] [in a "
                "case like mine|]?"
            ),
            "[Which|What] [evidence|photos|law] [matters most|should I cite|do I attach]?",
            (
                "[So I|Then I] [keep paying for now|send it by registered post|don't have to leave], "
                "[right|just to be sure|correct]?"
            ),
            (
                "[Good news|Update]: [they paid half|a plumber came|he withdrew it]. [Do I insist on "
                "the rest?|Take it in writing?|Anything to sign?]"
            ),
        ),
        replies=(
            (
                "[Ordinary wear|Normal wear and tear] [can't usually be charged|is generally the "
                "owner's cost]; [ask for invoices|request an itemised list] [and set a date|]."
            ),
            (
                "[Write first|Put it in writing|Begin with a letter], [with photos and a deadline of 14 "
                "days|dated and specific], [and keep a copy|sent with proof]."
            ),
            (
                "[Don't stop paying|Avoid simply withholding rent] [before checking local rules|without "
                "advice], [as that can backfire|it risks notice][; pay under protest instead|]."
            ),
            (
                "[A notice|For a notice to hold, it|To be valid, the letter] must [state a "
                "reason|follow the legal period]; [check the date it reached you|have a tenants' group "
                "read it]."
            ),
            (
                "[Rent rises|An increase] [need proper notice|has limits in most places], [so ask for "
                "the basis|compare with similar flats] [before agreeing|]."
            ),
            (
                "[Here's a letter|I've drafted it|You can send this]: [facts, request, date|calm, "
                "short, with a deadline], [no threats|and one line about next steps]."
            ),
            (
                "[On a joint lease|If both signed|With two names on the lease], [each may owe the whole "
                "rent|the landlord can ask either of you], [then you claim it back|so act early]."
            ),
            (
                "[Keep a log|Write down dates, times and length] for [two weeks|a month], [with a "
                "witness if you can|it carries weight] [at mediation|]."
            ),
        ),
    ),
)
