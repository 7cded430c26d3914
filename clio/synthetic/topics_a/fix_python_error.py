"""Requests to find out why a Python program fails."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="fix_python_error",
    area="software",
    weight=2.6,
    concern=1,
    contexts=lines("""
        [It|My script|The same code] [ran|worked] fine [until|up to|before] [yesterday|{weekday}|I updated \
            pandas|the upgrade to 3.12].
        [I'm on|This is|running] [Windows 11|a Mac|Ubuntu|a work laptop], [Python|py] [3.9|3.10|3.11|3.12].
        The [traceback|stack trace|error] points [at|to] line {number}, [but|and] [nothing there looks \
            wrong|that line is only a return].
        [Here's|This is] the [code|relevant bit|function]: [for row in rows: total += \
            row.price|df{lb}'date'{rb} = pd.to_datetime(df.date)|data = json.load(f)|return \
            users{lb}0{rb}.name].
        [I'm|I am] [learning Python|a beginner|new to programming|not a developer], [so|and] [go easy on \
            me|most of this is copied from a course|I guess a lot].
        [It only|The crash only|This just] [happens|shows up|occurs] [on the server|with the big file|in \
            production|for some rows|when {colleague} runs it].
        [Stack Overflow|A forum post|Every answer I found|{colleague}] [said|suggested|told me] to \
            [reinstall \
            pip|use a venv|cast to int|downgrade], [no luck|that did nothing|same result].
        The [file|csv|dataset|log] has [about|roughly|some] {big} [lines|rows|records|entries][ and a few \
            are blank| with mixed types|].
        [We|I] [have|got] a [demo|release|deadline|homework submission] [tomorrow|on {weekday}|in two \
            hours|tonight].
        [Last line|The message|What I get] [is|says|reads]: [KeyError: 'price'|TypeError: 'NoneType' object \
            is not iterable|ValueError: could not convert string to float|IndexError: list index out of \
            range].
        [Printing|Logging] the [variable|dict|response] [shows|gives] [None|an empty list|the value I \
            expect|something weird].
        [Everything|The whole thing] [sits|runs] [inside|in] [a Flask app|a Jupyter notebook|a cron \
            job|Docker|a Django view|a lambda].
        [I already|So far I] [restarted the kernel|cleared the cache|made a fresh environment|added print \
            statements] [twice|and nothing changed|without success].
        [If I|When I] [comment it out|remove the loop|use a smaller list|hardcode the path], [the problem \
            disappears|it goes through|no exception].
        [The tests|My unit tests|pytest] [pass|are green] [locally|on my machine], [CI|the pipeline|the \
            build] [fails|is red] [every time|half the time].
        [A library|Some package|The module] called [requests|numpy|openpyxl|selenium|matplotlib] [is \
            involved|seems to be the culprit|gets imported first].
        [Someone who left|A former colleague|The person before me|An intern] wrote [it|this|most of it] and \
            [there are no comments|nobody understands it|left no docs].
        [It doesn't|The program won't] [even start|get past the import|reach main], [just|it only] \
            [hangs|exits with code 1|prints Killed].
        [I|we] use [async|threads|multiprocessing|recursion] [there|for that part|in one place], \
            [maybe|perhaps] [that's related|that matters|it's a race].
    """),
    asks=lines("""
        [Why|How come] [do I get|am I getting|does Python raise|is there] a \
            [KeyError|TypeError|ValueError|AttributeError] [here|in this loop|when I read the file|on this \
            line]?
        [{canyou}|please] [look at|check|go through] [this traceback|my code|this function] and [tell \
            me|say|figure out] [what's broken|where it fails|what I missed][?|.]
        [My|the] [script|program|notebook] [crashes|dies|stops] [with|and shows] [an IndexError|a recursion \
            error|a MemoryError|UnboundLocalError], [how do I fix that|what now|what could cause it]?
        [Fix|Debug|Repair] [this|the following] [python|Python 3] [snippet|code|method]: [def total(items): \
            return sum(items.price)|print("sum: " + 5)|x = input() + 1|open('data.csv').split(',')].
        [What does|what is meant by|Explain] ["NoneType object is not subscriptable"|"list index out of \
            range"|"unhashable type: list"|"int object is not callable"] [mean|actually mean|] [in my \
            case|here|when parsing json]?
        [ImportError|ModuleNotFoundError] [for|on] [pandas|requests|cv2|sklearn] [although|even \
            though|while] [pip says|I see that] it [is|'s] [installed|already there], [help|ideas|why]?
        {ineed} [get rid of|understand|solve] [an|this] [UnicodeDecodeError|encoding problem|utf-8 error] \
            when [opening|reading|loading] [a csv|text files|an export from Excel].
        [Is|Could] [there|it be] [something wrong|a bug] [with|in] [how I close|the way I open|my handling \
            of] [the file|the database connection|the session]?
        [The|My] [while loop|for loop|recursion|generator] [never ends|skips every second item|returns too \
            early|only gives the last value] and {idk} why.
        [Any idea|Do you know|can anyone say] why [pandas|the dataframe|merge|groupby] [returns \
            NaN|complains about SettingWithCopy|drops my rows|throws a ValueError]?
        [IndentationError|SyntaxError|invalid syntax] [near|at|around] line {number}, [I can't \
            see|where's|please spot] [the mistake|it|what is off][?|.|]
        [How should I|what's the right way to] [catch|handle|treat] [the exception|timeouts|this \
            ConnectionError] [without|instead of] [hiding it|crashing|a bare except]?
        [I changed|after changing|I renamed] [one variable|a class|the folder] and now [nothing \
            imports|everything is undefined|there's a circular import], [can you see why|what did I break]?
        [Help me|{canyou} help to] [trace|find|track down] [a memory leak|where None comes from|which call \
            fails|why it's slow and then dies] in [my scraper|a Flask route|this worker|my bot].
        [Two|Both] [dates|datetimes|timestamps] [can't be|are never] [subtracted|compared|sorted|parsed], \
            Python says [can't compare naive and aware|unsupported operand|does not match format].
        [What am I doing wrong|where's my error|What's the mistake] [with|in] [this list comprehension|the \
            class __init__|my decorator|super()|this dict]?
        [pip install|Installing] [fails|stops] [with|at] ["failed building wheel"|a compiler \
            error|externally-managed-environment|permission denied], [how to|can I] [get past it|work \
            around that]?
        [My API call|requests.get|the endpoint] [returns|gives back] [a 403|an empty body|html instead of \
            json] and then json() [blows up|fails|raises], [what should I change|any fix]?
        [asyncio|My coroutine|The event loop] [complains|says] ["never awaited"|"loop is already \
            running"|it's closed] - [how is that solved|what is the proper pattern|why]?
        [self|The attribute|My object] [is missing|isn't defined|has no value] [after|once] [I subclass \
            it|unpickling|the second call], [what gives|where did it go]?
    """),
    terse=lines("""
        python [KeyError|TypeError|IndexError] [in loop|reading csv|dict|json][ fix| why|]
        [ModuleNotFoundError|ImportError] [pandas|numpy|requests] [after pip install|in venv|vscode|jupyter]
        [fix|debug] [my|this] python [script|error|function|loop]
        [UnicodeDecodeError|utf-8 codec error] [read_csv|open file|python windows][| beginner| today]
        ['NoneType'|'str'|'list'] object [has no attribute|is not callable|is not subscriptable] python[ \
            meaning| fix|]
        [pandas|numpy] [ValueError|merge error|shape mismatch|SettingWithCopyWarning] [solution|why|help]
        python [recursion|infinite loop|memory error|timeout] [how to debug|what causes it|fix]
        [indentation|syntax] error [line {number}|python 3|after else][ help| ???|]
        [pip|venv|conda] [not working|broken|permission denied] [mac|windows|ubuntu] python
        [flask|django|fastapi] [500 error|template not found|circular import] [traceback|fix|debug]
        [UnboundLocalError|RecursionError|AttributeError] [explained|how to fix|in class|python]
    """),
    details=lines("""
        [Just|Only] [the fix|the corrected lines|the changed part], [no lecture|not the entire file][ \
            please|].
        [Explain|Tell me] [why|the reason] [too|as well], [I'd like|I want] to [learn|avoid it next time].
        [I can't|We can't|Not allowed to] [install|add|upgrade] [anything|new packages|Python itself].
        [It has to|Must|should] [keep working|stay compatible] [with|on] [Python 3.8|the old server|Windows].
        [Preferably|Ideally|If possible] [without|not using] [pandas|try/except everywhere|global variables].
        [Keep|Leave] the [function names|structure|interface] [as they are|unchanged|the same].
        [Show|Give] me [a minimal example|before and after|the full corrected function|how to test it][.|, \
            that helps me.|]
        [Performance|Speed] [matters|is important|counts] [here|a bit|since the file is huge].
        [Assume|Suppose] I [know nothing|know the basics|come from Java|only know R][.|, ideally.|]
        [No|Avoid] [third party libraries|one-liners|fancy tricks][, please|, it's for class|].
        [Also|And] [add|suggest] [a check|some logging|a unit test] so [I notice earlier|it fails \
            loudly|this can't happen again].
        [Step by step|One thing at a time|Slowly], [please|I'm easily lost|if you can][.|, please.|]
    """),
    followups=lines("""
        [That|this] [worked|fixed it], but now [I get|there's] [a different error|a TypeError|a warning] \
            [on line {number}|further down|instead].
        [Still|Hm, still] [the same|crashing|failing], [now with|but says] [KeyError|None|list index out of \
            range].
        [Why|and why] [does|would] that [only happen|fail] [sometimes|on the server|with empty files]?
        [How|where] [do I|should I] [put|write] [the try|that check|the import]?
        [Is there|Would there be] a [cleaner|shorter|more pythonic] [way|version][?|to write it?]
        [can you|Could you] [write|add] [a test|type hints|comments] [for it|too|as well]?
        [What's|And what is] the difference [between|of] [is and ==|a list and a tuple here|append and \
            extend|copy and deepcopy]?
        [I forgot|should have said], [it runs in|this is inside] [a thread|docker|a notebook|an old python \
            3.7].
        [so|Does that mean] I [must|should] [always|never] [use with open|catch Exception|check for None]?
        [here's|this is] the [new|full] [traceback|output]: [File "main.py", line {number}|RuntimeError: \
            dictionary changed size|NameError: name 'df' is not defined]
        [great|ok], [how do I|can I] [make it faster|log that to a file|skip the bad rows]?
    """),
    replies=lines("""
        [The value is|That variable is] None [at this point|when the lookup fails], so [indexing it|the \
            attribute access] fails. [Check it first|Guard it with an if].
        [You're|The code is] [changing|modifying] the list while [looping|iterating] over it; [iterate over \
            a copy|build a new one].
        [The key|That column] [isn't in|is missing from] [some rows|the dict]. Use .get() [with a default|] \
            or [clean the header|print the keys].
        [Pip|Your installer] [put the package into|belongs to] another interpreter. Run [python -m pip|it \
            with the same python] [instead|and try again].
        [Open|Read] the file with encoding="utf-8-sig"[; that removes the BOM|, then the first column name \
            is right].
        [input() returns|You have] a string, [so convert it|wrap it] with int() [first|before adding].
        [The return|Your return statement] is [indented too far|inside the loop], so [it stops|the function \
            ends] after the first [item|pass].
        [Both modules|The two files] import each other. [Move the import|Put it] inside the function [or \
            split out the shared part|].
        [One date|One of them] has a time zone and [the other|the second] doesn't; [make both \
            aware|localize it] before [comparing|subtracting].
    """),
)
