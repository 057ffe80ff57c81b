"""Stories are found in languages that do not part words by blanks, or hang endings on them."""

from __future__ import annotations

import pytest

from cvpress.model.profile import Profile
from cvpress.views.build import build_view
from cvpress.views.locales import nearest_catalogue
from cvpress.views.request import Request
from cvpress.views.stories.search import matching_stories
from cvpress.views.stories.view import StoriesView

TOLD = {
    "zh": {
        "conflict": ("与架构师的分歧", "你和同事发生过分歧吗？", "我们对数据库的选择意见不同，最后用实验说服了他。"),
        "deadline": ("紧急上线", "请讲一次在压力下工作的经历。", "客户要求三天内上线，我重新安排了优先级。"),
        "failure": ("一次失败的发布", "你最大的失败是什么？", "我没有先做备份，数据丢失，从此每次发布前先演练。"),
    },
    "ja": {
        "conflict": (
            "設計者との対立",
            "同僚と意見が対立したことはありますか。",
            "データベースの選択で意見が分かれ、実験で説得しました。",
        ),
        "deadline": (
            "緊急リリース",
            "プレッシャーの中で働いた経験を教えてください。",
            "三日で公開するために優先順位を見直しました。",
        ),
        "failure": ("失敗した公開", "一番の失敗は何ですか。", "バックアップを取らずにデータを失い、手順を改めました。"),
    },
    "ko": {
        "conflict": (
            "설계자와의 갈등",
            "동료와 갈등을 겪은 적이 있습니까?",
            "데이터베이스 선택에서 의견이 달라 실험으로 설득했습니다.",
        ),
        "deadline": (
            "긴급 배포",
            "압박 속에서 일한 경험을 말씀해 주세요.",
            "사흘 안에 배포하려고 우선순위를 다시 정했습니다.",
        ),
        "failure": ("실패한 배포", "가장 큰 실패는 무엇입니까?", "백업을 하지 않아 데이터를 잃고 절차를 고쳤습니다."),
    },
    "ar": {
        "conflict": (
            "خلاف مع المهندس",
            "هل اختلفت مع زميل في العمل؟",
            "اختلفنا في اختيار قاعدة البيانات وأقنعته بتجربة.",
        ),
        "deadline": (
            "إطلاق عاجل",
            "صف موقفًا عملت فيه تحت الضغط.",
            "طلب العميل الإطلاق خلال ثلاثة أيام فأعدت ترتيب الأولويات.",
        ),
        "failure": ("إطلاق فاشل", "ما أكبر فشل واجهته؟", "لم أحتفظ بنسخة احتياطية ففقدنا البيانات."),
    },
}
QUESTIONS = [
    ("zh", "讲讲你和同事意见不同的时候", "conflict"),
    ("zh", "你如何说服别人？", "conflict"),
    ("zh", "压力大的时候你怎么办", "deadline"),
    ("zh", "说一个你犯的错误", "failure"),
    ("ja", "同僚を説得した経験はありますか", "conflict"),
    ("ja", "プレッシャーにどう対処しますか", "deadline"),
    ("ja", "失敗から学んだことは何ですか", "failure"),
    ("ko", "동료를 설득한 경험이 있나요", "conflict"),
    ("ko", "압박을 어떻게 견디나요", "deadline"),
    ("ko", "실패한 경험에 대해 말해 주세요", "failure"),
    ("ar", "حدثنا عن خلاف مع زميلك", "conflict"),
    ("ar", "كيف تعمل تحت الضغط؟", "deadline"),
    ("ar", "تحدث عن خطأ ارتكبته", "failure"),
]


def sheet(language: str) -> StoriesView:
    stories = [
        {"id": name, "title": title, "prompts": [prompt], "result": result}
        for name, (title, prompt, result) in TOLD[language].items()
    ]
    data = {"meta": {"language": language}, "basics": {"name": "A"}, "stories": stories}
    view = build_view(Profile.model_validate(data), Request(document="stories", with_private=True))
    assert isinstance(view, StoriesView)
    return view


@pytest.mark.parametrize(("language", "question", "wanted"), QUESTIONS)
def test_the_story_that_answers_is_first(language: str, question: str, wanted: str) -> None:
    matches = matching_stories(sheet(language), nearest_catalogue(language), question, 3)
    assert [match.story.id for match in matches][:1] == [wanted]


@pytest.mark.parametrize(
    ("language", "question"), [("zh", "你会说法语吗？"), ("ja", "好きな色は何色ですか"), ("ko", "고향은 어디입니까")]
)
def test_a_question_of_something_else_finds_nothing(language: str, question: str) -> None:
    assert matching_stories(sheet(language), nearest_catalogue(language), question, 3) == ()
