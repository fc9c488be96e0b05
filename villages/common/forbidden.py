"""What central rules against formalism forbid to ask of the grassroots or to keep about people.

The two lists are law, no county's choice, so they are no parameter. Pure: no query, no words for
people; whoever refuses says it in a sentence with `RULES`.
"""

import re

# 整治形式主义为基层减负若干规定, August 2024; 政务移动互联网应用程序规范化管理办法, January 2026.
RULES = "《整治形式主义为基层减负若干规定》(2024年)、国办函〔2026〕12号"

# No form, indicator or input may ask these of anybody.
DEMANDS = (
    "打卡", "签到", "积分", "登录", "下载率", "安装率", "使用率", "活跃度", "在线时长", "学习时长",
    "点赞", "转发", "点击量", "浏览量", "阅读量", "关注数", "照片", "拍照", "截图", "视频", "定位",
    "经纬度", "轨迹", "GPS", "留痕", "学习笔记", "批示", "上稿", "媒体报道", "排名", "接龙",
)  # fmt: skip

# No table, form or interface may hold these, whatever they are for.
TRACKS = (
    "打卡", "签到", "定位", "经纬度", "经度", "纬度", "轨迹", "排名分", "个人积分", "积分排名",
    "在线时长", "在线时间", "学习时长", "登录次数", "登录率", "活跃度", "点赞", "转发数", "点击量",
    "浏览量", "安装率", "下载率", "人脸", "必传照片", "必传视频",
)  # fmt: skip
TRACK_NAMES = (
    "check_in", "checkin", "clock_in", "punch_in", "gps", "latitude", "longitude", "geolocation",
    "geo_point", "coordinates", "leaderboard", "user_ranking", "user_points", "online_time",
    "online_duration", "online_seconds", "login_count", "login_rate", "logins", "page_views",
    "study_time", "study_minutes", "likes", "thumbs_up", "install_rate", "face_id",
)  # fmt: skip
_PICTURES = ("照片", "拍照", "视频", "截图", "photo", "picture", "video", "selfie", "screenshot")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def demanded(*texts: str) -> str:
    """The first word in these texts that nobody may ask for; empty where there is none."""
    said = " ".join(texts).upper()
    return next((word for word in DEMANDS if word in said), "")


def tracked(*names: str) -> str:
    """The first thing named here that may not be kept, in Chinese or as an identifier; else ""."""
    for name in names:
        plain = f"_{_HUMP.sub('_', name).lower().replace('-', '_').replace(' ', '_')}_"
        for word in TRACK_NAMES:
            if f"_{word}_" in plain:
                return word
        for word in TRACKS:
            if word in name:
                return word
    return ""


def is_picture(*names: str) -> bool:
    """Whether something so named is a picture or a film: it may be given, never required."""
    said = " ".join(names).lower()
    return any(word in said for word in _PICTURES)
