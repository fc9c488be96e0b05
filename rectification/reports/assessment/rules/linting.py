"""What may not be scored: leaders' comments, media, experience write-ups, meetings for show,
documents issued, photos, notes kept."""

from collections.abc import Iterable

BASIS = "《整治形式主义为基层减负若干规定》（2024年）"
# The words that hold until a county lays down more of them.
WORDS = (
    "批示 上稿 媒体 报刊 报纸 杂志 简报 信息稿 宣传报道 经验材料 经验做法 典型材料 "
    "会议次数 开会次数 发文 文件数 印发文件 照片 拍照 截图 视频 学习笔记 "
    "会议记录本 心得体会 留痕 点赞 转发 阅读量 打卡"
)


def forbidden_in(words: Iterable[str], *texts: str) -> str:
    """The first forbidden word in these texts; empty where there is none."""
    said = " ".join(texts).replace(" ", "").replace("\u3000", "")
    return next((one for one in words if one and one in said), "")


def refusal(word: str) -> str:
    """Why it is refused."""
    return f"“{word}”不得作为考核计分事项，依据{BASIS}。"
