"""What those who speak say was done to themselves: "министр заявил, что возмущён решением"."""

from marsad.clauses.draft import Draft
from marsad.clauses.genders import ONE_GENDER


def undergone_by_speakers(draft: Draft) -> None:
    """Let a passive verb that nobody undergoes, in the content of a verb that agrees as it does, befall who speaks."""
    for predicate in draft.predicates:
        if not predicate.passive or predicate.relation != "content" or predicate.parent < 0:
            continue
        known, saying = draft.row[predicate.k].known, draft.predicates[predicate.parent]
        person = known.feature.person if known is not None else ""
        if "obj" in predicate.arguments or person not in ONE_GENDER or saying.feature.person not in ("3s", person):
            continue
        speaker = saying.arguments.get("subj")
        if speaker is not None and speaker.mentions:
            predicate.arguments["obj"] = speaker
