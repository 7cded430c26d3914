"""Requests for SQL: queries, joins, speed, and what a query does."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="write_sql_query",
    area="software",
    weight=1.5,
    concern=1,
    contexts=lines("""
        [We're|I'm] on [Postgres 15|MySQL 8|SQL Server|SQLite|BigQuery|Snowflake|an old Oracle].
        [I have|There's] a table [orders|bookings|invoices|sessions] [with|holding] [id, customer_id, \
            created_at and total|user, start, end, status|one row per item].
        [Customers|Users|Members] [live|sit] in [another table|a separate schema|a second database], \
            [joined by|linked through] [customer_id|email|an uuid].
        [It's for|I need it in] [a dashboard|a monthly report|Metabase|a Power BI dataset|the finance team].
        The [table|log] [has|grew to] [about|around] {number} million [rows|records], [so|and] [speed \
            matters|full scans hurt|it times out].
        [I only|We only|My account only] [have|has] read access, [so|which means] no [temp tables|new \
            indexes|stored procedures].
        [My attempt|What I have] [gives|returns] [duplicates|too many rows|NULL everywhere|the wrong sum].
        [{colleague}|The analyst before me|Our CEO] [wants|asked for|needs] [the figure|this number|it] [by \
            {weekday}|every {weekday}|today].
        [Dates|Timestamps] are [stored|saved] [in UTC|as text like 2026-05-03|as unix seconds|without time \
            zone].
        [Some|A few] [rows|orders|customers] [have|carry] [a null city|no end date|a negative amount|status \
            'test'].
        [I know|I can do] [basic selects|joins|GROUP BY], [but|not] [window functions|subqueries|CTEs] \
            [scare me|confuse me|yet].
        [Currently|Until now|So far] [someone exports it|we do it|I count] [to Excel|by hand|in a \
            spreadsheet] [every month|each {weekday}|].
        [One|A single] [customer|user] can [have|own] [several|many] [addresses|accounts|subscriptions], \
            [that's what|which] [complicates it|breaks my count].
        [The ORM|Django|Hibernate|Prisma] [generates|produces] [something horrible|{number} queries per \
            page|a cross join], [so|hence] raw SQL.
        [Products|Items] [belong to|are in] [a category tree|nested categories|more than one category].
        [We moved|They migrated] [from MySQL to Postgres|from Access|off Oracle] [in {month}|recently] and \
            [some syntax|half of it] [no longer runs|broke].
        [It's|This is] [homework|an exercise|for my database class|a coding interview question|for {company}].
        [Soft deleted|Cancelled|Archived] [rows|ones] [must|should] [not count|be left out|be ignored].
    """),
    asks=lines("""
        [Write|Give me] [a query|SQL|a select] that [lists|returns|shows] [customers|users] [who have not \
            ordered|without any login] [since {month}|for {number} days|this year].
        [How do I|What's the SQL to] [get|find|pick] the [latest|most recent|last] [order|row|status] \
            [per|for each|of every] [customer|device|ticket]?
        [Need|I'm after] [total|monthly|weekly] [revenue|sales|sign-ups] [by|per] \
            [region|country|plan|product], [including|also showing] [months with zero|empty months|a grand \
            total].
        [{canyou}|please] [turn|convert|rewrite] this [subquery|nested select|cursor|loop] [into|as] [a \
            join|a CTE|one statement|a window function][?|.]
        [Why does|How come] my [left join|join|group by] [return|give|produce] [more rows than the left \
            table|duplicates|nulls|nothing at all]?
        [Which|What] index [would|should I add to] [speed up|help] [this where clause|a query on status and \
            date|the slow join]?
        [I'd like|{ineed}] [rank|number|order] [salespeople|players|products] [within|inside] [each \
            region|every month|their team] and [keep|show] [the top {small}|only the best].
        [Delete|Remove|Clean up] [duplicate|double] [emails|rows|contacts] [but keep|keeping] [the \
            oldest|the newest|one of each], [how|what's the safest way]?
        [Calculate|Compute|Show me how to get] a [running total|7 day moving average|cumulative count] \
            [over|of] [daily sales|visits|payments] in [Postgres|MySQL|BigQuery].
        [Can I|Is it possible to|how to] [pivot|turn] [rows into columns|months into columns|statuses to \
            columns] [without|not using] [PIVOT|an extension|hardcoding]?
        [Compare|Put side by side] [this month|{month}|the last quarter] [with|against] [the same month \
            last year|the one before] [in one query|per product|as percent change].
        [Explain|What does] [this|the following] [do|], [line by line|in plain words|please]: select a.id, \
            count(*) over (partition by [a.city|a.team|dept]) from [staff|people] a
        [Update|Set] [the price|a status column|region] [in one table|of all products] [from|using|based \
            on] [another table|a csv import|the newest record].
        [Find|Show] [gaps|missing numbers|overlaps] in [invoice numbers|bookings|room reservations|shift \
            times].
        [count|I want to count] [distinct|unique] [users|visitors] [per week|by day|per campaign] \
            [and|plus] [how many came back|retention after {number} days|new vs returning].
        [The query|My report] [takes|runs] {number} [seconds|minutes], [can it be|how can it be|please get \
            it] [faster|optimised|made quicker]?
        [How would you|What's a good way to] [design|model|lay out] [tables|a schema] for [a \
            library|bookings|recipes and ingredients|a small shop]?
        [Split|Parse|extract] [the domain|first and last name|a json field|comma separated tags] [out \
            of|from] [one column|a text field] with SQL[?|.]
        [Select|Get me] [every|all] [employee|category|folder] [under|below] [one manager|a parent], \
            [recursively|at any depth|all levels down].
        [What's wrong with|Can you spot the error in] [this|my] [having clause|case when|between \
            condition|date filter]: [where date > '2026-13-01'|having sum > 100|case status 'A' then 1]?
    """),
    terse=lines("""
        sql [latest|last|newest] [row|record] per [group|customer|id][ postgres| mysql|]
        [left join|inner join|full join] [duplicates|vs union|returns null|explained] sql
        [postgres|mysql|sql server] [running total|moving average|median|percent change] [query|example|]
        [delete|find|remove] duplicate rows sql [keep one|keep newest|by email][| ideas| asap]
        sql [group by|count distinct|sum] [month|week|day|per user] [with zero|including empty|]
        [window function|row_number|partition by|lag] [example|top {small} per group|simple explanation]
        [slow|speed up|optimize] sql query [index|join|million rows][| please| advice]
        [pivot|unpivot|transpose] [rows to columns|table] [mysql|postgres|bigquery]
        [recursive cte|with recursive] [hierarchy|manager tree|categories] [example|]
        [customers|users] [without|with no] orders sql [last {number} days|this year|query]
        update [table|column] from [another table|select|csv] [postgres|sql server|mysql]
    """),
    details=lines("""
        [It|The result] [must|should] run on [MySQL 5.7|SQL Server 2016|plain ANSI SQL|Redshift|SQLite].
        [No|Without] [temp tables|CTEs|window functions|stored procedures][, sadly|, the version is old|].
        [Column names|Output columns] [should be|must be called] [month, region, amount|name and total|in \
            German|lower case].
        [Sort|Order] [it|the result] [by amount|newest first|alphabetically|by region then month].
        [Add|With|please put] comments [so|that] [I understand it|{colleague} can follow|I can maintain it].
        [Exclude|Leave out|Skip] [test accounts|cancelled orders|refunds|anyone internal].
        [Only|Just] [the last|the past] {number} [days|months|weeks][, rolling|, including today|].
        [Nulls|Empty values] [count as zero|should be shown as 'unknown'|go last][.|, that helps me.|]
        [Weeks|A week] start[s|] on [Monday|Sunday][, ISO style|].
        [Also|And] [tell me|say] [which index|how to test it|what to watch out for].
        [Readable|Simple] [beats|is better than] [clever|fast|short][ here|, please|].
        [Amounts|Prices] are in cents, [show|give] [euros|whole dollars|two decimals].
    """),
    followups=lines("""
        [It|This] [says|complains] [column must appear in GROUP BY|syntax error near over|ambiguous column \
            name].
        [Can you|could you] [add|include] [a percentage column|the customer name|last year's value] [too|as \
            well]?
        [How|what] [do I|would I] [change|filter] [for only active ones|if dates are null|to do it per week]?
        [Now|and now] the same [but|just] [by quarter|for {country}|only top {small}|as a view].
        [Why|how come] [partition by|a left join|coalesce] [and not|instead of] [group by|an inner join|case]?
        [Still|It's still] [slow|taking {number} seconds], [here's the plan: Seq Scan on orders|there's no \
            index|what else]?
        [Works|that works], [but|only] [one customer|{month}|a few rows] [is counted twice|is missing|looks \
            wrong].
        [Would|does] [this|it] [also work|run] [in MySQL|on Snowflake|in SQLite]?
        [is it safe|Should I wrap it in a transaction] [to run on production|before deleting|first][?| then?|]
        [And|how] if [I want|they ask for] [the previous order too|the first one instead|ties as well]?
    """),
    replies=lines("""
        Use ROW_NUMBER() [partitioned by|over each] customer, newest first, and keep [row 1|the rows \
            numbered one].
        [Your join|The join] multiplies rows because [one customer has several addresses|the right side \
            isn't unique]. [Aggregate it first|Join a deduplicated subquery].
        [Generate|Build] the months with a [calendar table|generate_series] and left join [the \
            sales|orders] to it[, so zeros show up|].
        An index on (status, created_at) [should|would] help [most|here], [as both are filtered|because the \
            sort is covered too].
        [Conditions|Filters] on the right table belong in the ON clause; in WHERE they [turn it into|make \
            it] an inner join.
        [Here it is|Try this]: SUM(amount) OVER (ORDER BY day) gives the running [total|sum].
        [First|Before anything] run it as a SELECT[ to see what would go|], then [delete|change SELECT to \
            DELETE] inside a transaction.
        A recursive CTE [walks|climbs down] the tree: start at the manager, [then|and] join the table to \
            itself.
    """),
)
