"""What people write in English to the desk for the harassment policy; `words` says how to read the lists."""

CUES = {
    6: """
    <conduct>…<statement>|<statement>…<conduct>
    """,
    3: """
    conduct notice|your conduct|draw the line|stop serving people|people who are rude|can one appeal|
    angry customer*|abusive one|customer harassment|harassment policy|harassment statement|your policy on|
    your approach to customer|covered acts|two-point test|two points by which|this policy|policy on harassment|
    anti-harassment|harassment guidelines|this notice|your statement about…customer*/harass*/behaviour/behavior/
    conduct|count as harassment|counts as harassment|be harassment|considered harassment|regarded as harassment|
    treated as harassment|harassment…cover*/include*/apply/appl*/definition/define*/mean/page/statement/approach/
    clause|policy…cover*/apply/applies/include*/mean*/review*&customer*/harass*/complain*/abus*|
    legitimate complaint*|honest complaint*|raise my voice|raising my voice|raised my voice|rude customers|
    your position on…customer*/harass*/abus*
    """,
    2: """
    harassment|policy|policies|definition|Ministry of Health|abusive customers|guideline|manual|customer behaviour|
    customer behavior|statement|raising my voice
    """,
    1: """
    complaint|criticism|wording|clause|customers
    """,
    0: """
    sexual harassment|power harassment|privacy policy|cancellation policy|refund policy|dividend policy|
    disclosure policy|work policy|policy number
    """,
}
