"""English words of desks that stand in letters about anything; `words` says what that means.

The words of a trade stand here too ("reporter"): most who type them threaten with it. Who says what they are does
so in the words of the desk ("I'm a reporter"), which carry it.
"""

WORDS = """
    agent|go|apply|paid|English|engineer|job|jobs|team|speak|looking for|trainee|trainees|hired|intern|founder|
    receptionist|parking|to thank|my face|who wrote it|newspaper|paper|on camera|podcast|filming|photo|
    photo of your|television|reporter|editor|president|weekly|logo|be served|to serve|police|judge|the court|
    court|agency|my eyes|page|video|office|lobby|staff|employees|your employees|your staff would|company|
    business|come|brochure|booth|free trial|costs nothing|I teach|I run|I own|we own|I make|we make|talk|
    with you|to you|would you|your office|your staff|your company|your team|your building|your people|stop|bot|
    boss|manager|director|hide|customers|don't want|name|account|address|profile|wrong|fee|recording|delete|me|
    marketing|found|strangers|payout|good will|CFO|for your|salary|stays|story|the story|discount|employee|hire|
    hiring|charity|letters|my wedding|gone|daily|writing|come to your|lost|picture|local radio|radio|TV|camera|
    press|reception|guest|event|offer|we are a|we're a|our company|deal|shall I|shall we|may we|interested in|
    music for|flowers|coffee|cleaning|our|someone|somebody|my name|posted|lies|lie|secret|colleague|my boss|
    data|letter|email|emails|phone|see|read|hear|colour|color|font|text|button|stock|market|angry customer|
    raise my voice|raising my voice
"""
