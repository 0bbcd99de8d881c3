"""English given names, and their short forms and spellings that no common beginning leads to."""

from typing import Final

SHORT_FORMS: Final = {
    "david": "dave davey",
    "michael": "mike mick mickey",
    "robert": "bob rob bobby robbie",
    "william": "bill will billy willy",
    "richard": "dick rick richie",
    "james": "jim jimmy jamie",
    "john": "jack johnny jon",
    "edward": "ted ed eddie ned",
    "anthony": "tony",
    "katherine": "kate kathy katie kath catherine kathryn",
    "elizabeth": "liz beth lizzie eliza betty",
    "margaret": "maggie meg peggy",
    "rebecca": "becky becca",
    "stephen": "steve steven",
    "andrew": "andy drew",
    "henry": "harry hank",
    "charles": "charlie chuck",
    "patricia": "patty trish",
    "joseph": "joe joey",
    "thomas": "tom tommy",
    "alexander": "sandy sasha",
}
