"""A browser in words, so that people recognise their own sessions."""

# More particular names first: every browser also calls itself by older ones.
BROWSERS = (
    ("MicroMessenger/", "微信"),
    ("DingTalk/", "钉钉"),
    ("wxwork/", "企业微信"),
    ("QQBrowser/", "QQ 浏览器"),
    ("360SE", "360 浏览器"),
    ("360EE", "360 浏览器"),
    ("UOSBrowser", "统信浏览器"),
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("HarmonyOS", "鸿蒙"),
    ("Android", "安卓"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("UOS", "统信 UOS"),
    ("Kylin", "麒麟"),
    ("Linux", "Linux"),
)


def browser_words(agent: str) -> str:
    """`Chrome · Windows`; what is not known is said to be another browser or system."""
    browser = next((word for sign, word in BROWSERS if sign in agent), "其他浏览器")
    system = next((word for sign, word in SYSTEMS if sign in agent), "其他系统")
    return f"{browser} · {system}"
