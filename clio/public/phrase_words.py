"""Closed lists of words for the rules of the phrase list: the verbs a phrase may begin with, and its capitals."""

VERBS = frozenset(
    """
    Accept Activate Adapt Add Adjust Adopt Analyse Answer Apologise Appeal Apply Appraise Arrange Ask
    Assemble Assess Automate Avoid Bake Balance Bathe Be Become Bet Blend Block Book Break Brew Build Buy
    Calculate Call Calm Cancel Care Celebrate Change Charge Check Choose Claim Clean Clear Close Coach
    Collect Come Comfort Compare Complain Compost Confirm Connect Consolidate Contact Contest Control
    Convert Cook Cope Correct Count Create Curb Cut Deal Decide Decline Declutter Decorate Delegate
    Delete Describe Design Develop Devise Diagnose Dim Discipline Discover Discuss Dispute Do Donate
    Draft Draw Dress Drive Earn Eat End Enter Entertain Escalate Estimate Evaluate Exchange Exercise
    Explain Explore Extend Face Feed Feel File Fill Find Fire Fix Flip Flirt Fly Fold Follow Forecast
    Forgive Form Freeze Furnish Gain Generate Get Give Go Grill Grow Handle Heat Help Hire Hold
    Homeschool Identify Impress Improve Inspect Install Insulate Insure Interpret Introduce Invent Invest
    Iron Join Jump-start Keep Lay Lead Learn Light Limit List Listen Live Lock Log Look Lose Lower
    Maintain Make Manage Mark Match Measure Mine Mix Motivate Mourn Move Name Negotiate Network Offer
    Onboard Open Order Organise Outline Overcome Pack Paint Pair Pass Pause Pay Pick Place Plan Plant
    Play Potty Practise Predict Prepare Present Preserve Prevent Price Produce Promote Propose Protect
    Put Quit Raise Rank Reach Read Rebuild Recommend Recover Redeem Reduce Refinance Reflect Register
    Relieve Remove Renew Renovate Rent Reorder Repair Replace Reply Report Request Research Reserve Reset
    Resign Resolve Respond Retire Return Review Ride Roll Run Save Scale Schedule Search Season Seek Sell
    Send Serve Set Settle Share Sharpen Skip Sleep Snooze Solve Sort Speak Spend Spin Split Start Stay
    Stop Stream Strengthen Stretch Study Sue Suggest Summarise Support Survey Survive Switch Take Talk
    Teach Tell Thank Thicken Tip Top Trace Track Trade Train Transfer Travel Treat Try Turn Unclog
    Understand Update Use Validate Value Visit Visualise Wake Warm Wash Watch Water Win Withdraw Work
    Write
    """.split()
)
"""Imperatives, capitalised as they open a phrase."""

PROPER_WORDS = frozenset(
    """
    Olympic PIN
    """.split()
)
"""Words other than the first that may have a capital: languages, continents, abbreviations, technologies."""
