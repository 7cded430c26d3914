"""Requests for spreadsheet formulas and ways to do things in Excel or Google Sheets."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="excel_formula",
    area="software",
    weight=1.6,
    concern=1,
    contexts=lines("""
        [I'm using|We have|It's] [Excel 365|Excel 2016|Google Sheets|LibreOffice|Excel on a Mac].
        [Column|Col] [A|B|C] [holds|has|contains] [the names|dates|product codes|the amounts], [D|E|F] [the \
            status|the city|hours worked].
        [Each|Every] [row|line] is [a sale|an invoice|one employee|a student|a delivery].
        The [sheet|file|workbook] [has|grew to] {big} rows [and|plus] [{small} tabs|many formulas|a pivot \
            table].
        [It|The cell] [shows|gives|returns] [#N/A|#VALUE!|#REF!|#SPILL!|0|a date from 1900].
        [My|Our] Excel is [in German|in Spanish|French], [so|and] the [function names|separators] \
            [differ|are odd].
        [{colleague}|The accountant|Head office] [wants|needs|asks for] [it|the list|the totals] [every \
            {weekday}|by {hour}|monthly].
        [I do|At the moment I do|So far we do] [it|this] [by hand|with a calculator|by filtering and \
            counting].
        [Some|A few] [cells|names|codes] [have|contain] [trailing spaces|text instead of numbers|different \
            spelling|blanks].
        [The other|A second] [tab|sheet|file] [is called|named] [Prices|Lookup|{month}|Staff].
        [It's|This is] for [my budget|a timesheet|stock taking|grades|our club's members|holiday planning].
        [I'm|I am] [not good|terrible|okay] with [spreadsheets|formulas|Excel], [sorry|bear with me|someone \
            else built it].
        [VLOOKUP|SUMIF|An IF formula|A pivot] [almost works|got me halfway|fails], [but|only] [not for \
            duplicates|dates break it|new rows aren't included].
        [Dates|The dates] [come|arrive] [as text|in US format|with a time] from [the bank|an export|our till].
        [Macros|VBA] [are|is] [blocked|not allowed] [at work|on our machines|by IT].
        [Several|{small}] [people|of us] [edit|fill in] [it|the file] [at once|every day], [so|hence] [it \
            must be foolproof|cells get overwritten].
        [The|My] [result|total] [should|ought to] be [{number}|{big}|around {big}], [I get|Excel says] \
            [less|double|zero].
        [New|Fresh] [rows|lines] [come in|are added] [daily|each week], [so|and] [ranges must grow|it \
            should update itself].
    """),
    asks=lines("""
        [What formula|Which function] [adds up|counts|averages] [column C|the hours|all amounts] \
            [if|when|where] [column A says paid|the date is in {month}|the name matches]?
        [How do I|How can I] [look up|pull in|find] [a price|an email|the department] from [another tab|a \
            second file|a table] [by|using] [name|the code|two columns]?
        [My|This] VLOOKUP [returns|gives|shows] #N/A [although|even if|but] [the value is there|I can see \
            it], [why|what's wrong]?
        [Count|I want to count] [unique|distinct] [names|customers|dates] [in a column|per month|if the \
            status is open].
        [Highlight|Colour] [a row|cells|duplicates] [when|if] [the date has passed|the value is below \
            {number}|it appears twice], [conditional formatting I guess|how]?
        [Split|Separate] [full names|addresses|text] [into|to] [two columns|first and last|street and \
            number] [by formula|automatically|in Sheets].
        [{canyou} write|Give me|Need] [a nested IF|an IFS|a formula] [for|that turns] [grades|commission \
            steps|age groups|shipping bands][?|.|]
        [Calculate|Work out|Get] the [number of working days|months|time|hours] between [two dates|start \
            and end|check-in and check-out], [excluding holidays|over midnight too|without weekends].
        [Make|Create|Build] [a drop-down|dependent drop-downs|a checkbox list] [that depends on|from|based \
            on] [another cell|a list|column A].
        [How|What's the way] to [freeze|lock|protect] [the header|formula cells|a column] [but|and still] \
            [let others type|allow filtering|sort]?
        [Combine|Merge|Stack] [{number} sheets|several files|the monthly tabs] [into one|in a single table] \
            [without copying|with Power Query|by formula][?|.|]
        [Pivot table|In my pivot|My pivot]: [how do I|can I] [show percentages|group by month|sort by \
            total|add a running sum]?
        [Turn|Convert|Change] [text|strings] like [20260503|3 May 26|1.234,50] [into|to] [a real \
            date|numbers] [for all rows|in one go].
        [Why does|Why would|What makes] [SUM|my total|the formula] [return 0|ignore some cells|not \
            update|change when I drag it down]?
        [Explain|What does] this [formula|thing] [mean|do|]: \
            =INDEX(B:B,MATCH(1,(A:A=[G2|H1])*(C:C=[F1|K3]),0))[?| please|]
        [Find|Return|Show] the [last|largest|second highest|most frequent] [value|entry|date] [per \
            customer|in a row|for each name][?|.|]
        [Chart|I need a chart|Graph]: [two axes|months below and two lines|target against actual], \
            [how|where do I click]?
        [Automatically|Auto] [number|fill|copy] [rows|invoice numbers|dates] [when|as soon as] [a new line \
            is added|I type a name], [can that be done|formula or macro]?
        [Compare|Check] [two lists|last month's list with this one|both columns] and [show|mark|list] \
            [what's missing|who is new|the differences].
        [Round|I have to round] [up to the next 5|to quarter hours|to two decimals] [but|and] [keep the \
            total right|only if above {number}], [how|formula please].
    """),
    terse=lines("""
        [excel|google sheets] [sumif|countif|averageif] [two conditions|by month|date range|text contains]
        [vlookup|xlookup|index match] [two columns|from another sheet|n/a error|left lookup]
        excel [if|ifs|nested if] formula [grades|commission|date passed|multiple conditions]
        [conditional formatting|highlight] [duplicates|whole row|overdue dates] [excel|sheets|formula]
        excel [count unique|remove duplicates|compare two columns] [formula|with condition|][| please| advice]
        [split|separate] [first and last name|text by comma|address] [excel|google sheets]
        [networkdays|datedif|time difference] excel [without weekends|over midnight|example|hours]
        [pivot table|power query|dropdown list] [group by month|combine sheets|dependent] [how to|excel]
        excel [text to number|date stored as text|convert dates] [fix|all rows|][| beginner| today]
        [lock|protect] [cells|formula|header] [excel|sheets] [but allow editing|]
        excel [formula not updating|sum returns 0|circular reference|#spill] [fix|why|]
    """),
    details=lines("""
        [No|Without] [macros|VBA|helper columns|add-ins][, please|, not allowed here|].
        [It|This] [has to|must|should] [work in|run on] [Google Sheets|Excel 2016|LibreOffice|the web \
            version].
        [My|The] separator is [a semicolon|;], [not a comma|European settings][.|, ideally.|]
        [Blank|Empty] cells [should stay|must be|are to be] [empty|ignored|zero].
        [Write|Give] [the formula|it] [for row 2|starting in D2|with absolute references], [so I can drag \
            it down|I'll copy it].
        [Explain|Tell me] [how it works|each part|why], [briefly|so I can adapt it|].
        [New rows|Added lines] [should|must] [be included|count] [automatically|too].
        [Dates|The dates] are [day first|dd.mm.yyyy|in ISO form][.|, that helps me.|]
        [Simple|Old-school] functions [only|please], [others must understand it|I know IF and SUM][.|, that \
            helps me.|]
        [Case|Capital letters] [should not|mustn't|do not] matter[.|, please.|]
        [If|When] nothing [is found|matches], [show|display] [a dash|nothing|"missing"].
        [Ideally|Best] [one formula|a single cell|no extra tab][, if that's possible|].
    """),
    followups=lines("""
        [It|That] [says|gives] [#NAME?|#VALUE!|there's a problem with this formula|0], [what now|why]?
        [And|what] if [there are two conditions|the cell is empty|I add a column|names appear twice][?|, \
            sorry?|]
        [Can|could] [it|the formula] [ignore|skip|also count] [blanks|hidden rows|cancelled ones]?
        [how|How] [do I|to] [do|write] [that|this] in [google sheets|german excel|an older version]?
        [Works|It works], [but|only] [the last row|{month}|one name] [is wrong|is missing|shows zero].
        [what|What] [does|do] the [dollar signs|double minus|1 and 0|curly brackets] [mean|do]?
        [Now|ok now] [make|colour|sort] [it|the result] [red if negative|by date|as percent].
        [Could|can] I [drag|copy] [it|that] [across|to other sheets|down {big} rows] [safely|]?
        [is|Is] there [a|some] [shortcut|button|simpler way] for [this|that]?
        [same|The same] [per month|for another tab|with average][ please|?|]
    """),
    replies=lines("""
        Try =SUMIFS(C:C, A:A, "paid", B:B, ">="&[E1|G1]); [it adds|that sums] only rows that meet both \
            [conditions|tests].
        [Most likely|Probably] the codes have [trailing spaces|different types]; wrap both in [TRIM|VALUE].
        [Use|I'd use] XLOOKUP([name|code], the key column, the result column, "missing").
        Select the [range|rows], add a rule with a formula, and [lock the column|put a dollar sign before \
            the column] so the whole row [colours|is marked].
        Format [it as a table|the range as a table] ([Ctrl+T|Cmd+T]); then [formulas grow|new rows are \
            included] by themselves.
        [NETWORKDAYS|The function NETWORKDAYS] [counts|gives] working days and [takes|accepts] a holiday \
            list [as third argument|].
        [The numbers|Those cells] are stored as text. [Multiply by one|Use Text to Columns] to [convert \
            them|make them numeric].
        [Power Query|Get Data] can append [all tabs|every file in a folder], and [a refresh|one click] \
            updates it.
    """),
)
