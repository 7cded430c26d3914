"""Closed lists of words for the rules of the phrase list: verbs to begin with, and capitals inside."""

_VERBS = """
Accept Accuse Act Activate Adapt Add Adjust Adopt Aggregate Analyse Announce Answer Apologise Appeal
Apply Appraise Argue Arrange Ask Assemble Assess Attack Attend Automate Avoid Back Bake Balance Bathe Be
Beat Become Bet Blackmail Blame Blend Block Book Brainstorm Brainwash Break Brew Bribe Browse Build Bully
Bury Buy Bypass Cache Calculate Call Calm Cancel Capitalise Care Carry Cause Celebrate Centre Challenge
Change Charge Chat Cheat Check Choose Cite Claim Classify Clean Clear Clone Close Cluster Coach Collect
Combine Come Comfort Comment Commit Compare Complain Complete Comply Compose Compost Condense Configure
Confirm Congratulate Conjugate Connect Consolidate Construct Contact Contest Continue Contribute Control
Convert Convince Cook Cope Copy Correct Count Crack Create Criticise Cross Curb Cut Damage Deal Debate
Debug Debunk Decide Decline Declutter Decode Decorate Defame Define Defraud Delegate Delete Demand Deny
Deploy Describe Design Destroy Detect Develop Devise Diagnose Diagram Dictate Differentiate Dim
Discipline Discover Discriminate Discuss Disgust Dispute Disrupt Distinguish Disturb Divide Do Dodge
Donate Download Draft Draw Dress Drive Drug Earn Eat Eavesdrop Edit Embezzle Encode Encourage Encrypt End
Engage Enjoy Enter Entertain Escalate Escape Estimate Evade Evaluate Exaggerate Exchange Exercise Expand
Experiment Explain Exploit Explore Express Extend Extract Face Factor Fake Feed Feel Fight File Fill Find
Fine-tune Fire Fit Fix Flip Flirt Fly Fold Follow Force Forecast Forge Forgive Form Format Free Freeze
Fund Furnish Gain Generate Get Give Go Grade Graph Greet Grill Grope Group Grow Guess Hack Handle Harass
Harden Have Heat Help Hide Hijack Hire Hold Homeschool Hot-wire Humiliate Hunt Hurt Identify Ignore
Imagine Imitate Impersonate Implement Import Impress Improve Influence Inject Insert Inspect Install
Insulate Insult Insure Interpret Intimidate Introduce Invent Invest Iron Isolate Join Judge Jump-start
Justify Keep Kidnap Kill Knock Label Launch Launder Lay Lead Learn Leave Lie Light Limit List Listen
Litter Live Localise Lock Log Look Lose Lower Maintain Make Manage Manipulate Map Mark Market Match
Measure Memorise Merge Migrate Mine Misuse Mix Mock Model Modernise Motivate Mourn Move Name Negate
Negotiate Network Number Obtain Offer Onboard Open Optimise Order Organise Outline Overclock Overcome
Overthrow Pack Paint Pair Paraphrase Parse Pass Pause Pay Peep Persuade Pick Place Plan Plant Play Poison
Polish Pose Practise Praise Predict Prepare Present Preserve Pretend Prevent Price Print Prioritise
Process Produce Program Promote Pronounce Proofread Propose Protect Prove Publish Put Quit Raise Rank
Rate Reach Read Rearrange Rebuild Recognise Recommend Record Recover Recruit Redeem Reduce Refactor Refer
Refinance Reflect Reformat Register Relieve Remember Remove Rename Renew Renovate Rent Reorder Repair
Repeat Replace Reply Report Reproduce Request Research Resell Reserve Reset Resign Resolve Respond
Restore Retire Return Reveal Reverse Review Rewrite Ride Rob Role-play Roll Round Ruin Run Sabotage Save
Say Scale Schedule Scrape Search Season Secure Seduce See Seek Sell Send Serve Set Settle Sexualise Share
Sharpen Shoot Shorten Show Sign Simplify Simulate Skip Slap Slash Sleep Smuggle Sneak Sniff Snooze Solve
Sort Speak Speed Spell Spend Spin Split Spread Spy Start State Stay Steal Stop Stream Strengthen Stretch
Study Style Sue Suggest Summarise Support Survey Survive Swap Swear Switch Take Talk Tamper Teach Tell
Test Thank Thicken Threaten Tip Top Torture Touch Trace Track Trade Train Transcribe Transfer Translate
Transliterate Travel Treat Trick Try Turn Type Unclog Understand Unlock Update Upgrade Upload Use
Validate Value Vandalise Visit Visualise Wake Warm Wash Watch Water Win Wish Withdraw Work Write
"""
VERBS = frozenset(_VERBS.split())
"""Imperatives, capitalised as they open a phrase."""

_PROPER_WORDS = """
AI Ages Arabic Asian Buddhism C C# C++ CSS Chinese Christianity Dutch English French German Git Go God Greek
HTML Hebrew Hindi Hinduism I Indian Indonesian Islam Italian JSON Japanese Java JavaScript Judaism Korean Kotlin
Latin Linux Middle Morse Olympic PDF PHP PIN Persian Polish Portuguese Python R Roman Ruby Russian Rust
SIM SQL Spanish Swahili Swedish Swift T-shirt Thai Turkish TypeScript Ukrainian Vietnamese
"""
PROPER_WORDS = frozenset(_PROPER_WORDS.split())
"""Words after the first that may have a capital: languages, religions, abbreviations, technologies."""
