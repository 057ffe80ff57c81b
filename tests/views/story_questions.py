"""Questions of interviews for the data scientist's stories, in other words than the profile's own prompts.

The kinds of questions are those of the usual lists for behavioural interviews; the words are ours.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ANSWERED", "UNANSWERED"]

ANSWERED: Final[dict[str, set[str]]] = {
    # introduction, motivation, leaving
    "Could you introduce yourself briefly?": {"introduction"},
    "Give me a short summary of your background": {"introduction"},
    "Take me through your résumé": {"introduction"},
    "Where do you see yourself in five years?": {"next"},
    "What are your career goals?": {"next"},
    "What do you hope to learn in your next role?": {"next"},
    "Why are you leaving your current job?": {"leaving"},
    "What makes you want to switch companies?": {"leaving"},
    "Why would you like to move to another city?": {"leaving"},
    # strengths, weaknesses, salary
    "What are your strengths?": {"strength", "range"},
    "What are you particularly good at?": {"strength", "range"},
    "Why should we hire you?": {"strength", "range"},
    "What skills would you bring to our team?": {"strength", "range"},
    "Are you curious?": {"strength", "weakness", "favourites"},
    "What are your weaknesses?": {"weakness"},
    "Which bad habit are you trying to improve?": {"weakness"},
    "What would your critics say is your biggest flaw?": {"weakness"},
    "How much money would you like to earn?": {"salary"},
    "What compensation do you expect?": {"salary"},
    # favourite projects
    "Which project are you most proud of?": {"favourites"},
    "Do you write code in your spare time? Show me something on GitHub": {"favourites", "standard"},
    "Tell me about a side project": {"favourites", "side-project"},
    # conflicts
    "a conflict with a colleague": {"toml", "kalman", "no-conflict", "structure", "poetry"},
    "Describe a disagreement with your boss": {"toml", "kalman", "structure"},
    "Tell me about a time you disagreed with a coworker about a design": {"kalman", "structure", "toml"},
    "How do you handle disagreements in a team?": {"kalman", "toml", "structure", "no-conflict"},
    "When did you persuade others to take your approach?": {"toml"},
    "Have you ever convinced a manager to change priorities?": {"toml"},
    "Tell me about a time you compromised": {"kalman", "structure"},
    "When did you have to accept a decision that you did not agree with?": {"structure", "kalman", "toml"},
    "Describe a security problem that you discovered": {"poetry"},
    "How did you choose between two libraries?": {"kalman", "poetry"},
    "How well do you get along with your manager?": {"no-conflict", "toml", "kalman"},
    "Tell me about your experience as a leader": {"side-project"},
    "How would you deal with unmotivated team members?": {"side-project"},
    # challenges
    "What is the most difficult challenge you have faced?": {"uav", "graph", "pipeline", "standard", "rag", "learning"},
    "Describe a tough technical problem and how you solved it": {"uav", "graph", "pipeline", "standard", "rag"},
    "When did you have to pick up a new technology quickly?": {"uav", "learning", "rag", "graph"},
    "How do you learn without a mentor?": {"uav", "learning"},
    "Tell me about your experience with reinforcement learning": {"uav", "favourites", "weakness"},
    "Have you ever worked with robots or drones?": {"uav"},
    "Explain a time you applied a research paper": {"graph"},
    "Do you have experience with graph neural networks?": {"graph"},
    "Have you cleaned up messy old code?": {"pipeline"},
    "How have you improved the productivity of other developers?": {"pipeline", "standard"},
    "Tell me about a time you took initiative": {"standard", "poetry", "toml"},
    "How do you cope with ambiguity?": {"standard", "rag"},
    "Describe a presentation that you gave": {"standard", "toml"},
    "Have you deployed models to production?": {"standard"},
    "How would you build a chatbot over company documents?": {"rag"},
    "What do you know about LLMs and RAG?": {"rag"},
    "Tell me about a time you felt overwhelmed": {"learning"},
    "What do you do when you get stuck?": {"learning", "uav"},
    # as people type
    "weekness": {"weakness"},
    "confilct with manager": {"toml", "kalman", "structure", "no-conflict"},
    "salary": {"salary"},
    "legacy code refactoring": {"pipeline"},
}
"""Questions, and the stories (without `story-`) that a person could well answer each with."""

UNANSWERED: Final = (
    "What is your favourite colour?",
    "Which football club do you support?",
    "What is the capital of Mongolia?",
    "Can you cook pasta?",
    "How many golf balls fit into a bus?",
    "Which musical instrument do you play?",
    "Do you own a dog?",
    "What did you have for breakfast?",
    "Who won the last election?",
    "Do you prefer mountains or the seaside?",
    "xyzzy",
    "???",
)
"""Questions that none of the stories answers."""
