"""What a person reads when a file is not read: what is wrong and what to do."""

REFUSALS = {
    "file_active": ("文件里带有可执行内容。", "请只复制表格内容到新的 .xlsx 文件后再上传。"),
    "file_archive": ("这是压缩包,不是表格。", "请解压后上传其中的 .xlsx 文件。"),
    "file_bomb": ("文件展开后过大,没有读取。", "请只保留需要的工作表,删除多余格式后另存再上传。"),
    "file_damaged": (
        "文件已损坏或不完整,无法打开。",
        "请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。",
    ),
    "file_empty": ("文件里没有数据。", "请检查是否选错了文件。"),
    "file_encoding": ("文字编码无法识别。", "请另存为 .xlsx,或以 UTF-8 编码保存 CSV。"),
    "file_encrypted": ("文件设置了打开密码。", "请取消密码后再上传。"),
    "file_external": (
        "文件链接到其他工作簿。",
        "请在“数据—编辑链接”中断开链接,另存后再上传。",
    ),
    "file_html": ("这是网页格式的“表格”,不是真正的表格文件。", "请打开后另存为 .xlsx 再上传。"),
    "file_macro": ("文件含有宏。", "请另存为不含宏的 .xlsx 再上传。"),
    "file_missing": ("没有找到文件。", "请检查文件名和位置。"),
    "file_nested": ("文件里嵌有其他文件。", "请只保留表格内容,另存为新的 .xlsx 再上传。"),
    "file_not_table": ("这不是表格文件。", "请上传 .xlsx 或 .csv 文件。"),
    "file_ods": ("这是 .ods 表格。", "请另存为 .xlsx 再上传。"),
    "file_pdf": ("这是 PDF,不是表格。", "请上传制作它的 .xlsx 文件。"),
    "file_picture": ("这是图片,不是表格。", "请上传 .xlsx 或 .csv 文件。"),
    "file_too_heavy": (
        "文件过于复杂,没有读取。",
        "请把数据复制到新的工作簿,去掉多余格式后再上传。",
    ),
    "file_too_large": ("文件超过 10 MB。", "请只保留需要的工作表,去掉图片后再上传。"),
    "file_too_long": ("表格超过 20,000 行。", "请分成几个文件上传。"),
    "file_word": ("这是 Word 文档,不是表格。", "请把表格复制到 .xlsx 文件后再上传。"),
    "file_xls": ("这是旧格式 .xls 或 .et 表格。", "请用 WPS 或 Excel 打开后另存为 .xlsx 再上传。"),
    "file_xlsb": ("这是二进制格式 .xlsb 表格。", "请另存为 .xlsx 再上传。"),
}
