"""Readings that a general dictionary gets wrong in names of places.

`PLACES` are read as written here wherever they stand inside a name. `READINGS` lists every
reading under which a character of place names is asked for, the usual one first; the others are
kept for searching only. Source: Ministry of Civil Affairs, 标准地名读音.
"""

_PLACES = """
蔚县:yu-xian 乐亭:lao-ting 六安:lu-an 六合:lu-he 涡阳:guo-yang 蒙城:meng-cheng 东阿:dong-e
阿城:a-cheng 番禺:pan-yu 尉犁:yu-li 尉氏:wei-shi 浚县:xun-xian 莘县:shen-xian 莘庄:xin-zhuang
单县:shan-xian 铅山:yan-shan 泌阳:bi-yang 歙县:she-xian 黟县:yi-xian 枞阳:zong-yang 亳州:bo-zhou
濮阳:pu-yang 鄄城:juan-cheng 荥阳:xing-yang 荥经:ying-jing 犍为:qian-wei 筠连:jun-lian
郫县:pi-xian 洪洞:hong-tong 长子:zhang-zi 解州:hai-zhou 隰县:xi-xian 繁峙:fan-shi 临洮:lin-tao
宕昌:tan-chang 岷县:min-xian 大埔:da-bu 黄埔:huang-pu 丽水:li-shui 台州:tai-zhou 天台:tian-tai
嵊州:sheng-zhou 鄞州:yin-zhou 柏乡:bai-xiang 井陉:jing-xing 获鹿:huo-lu 藁城:gao-cheng
牟平:mu-ping 中牟:zhong-mu 曲阜:qu-fu 费县:fei-xian 任丘:ren-qiu 任县:ren-xian 大城:dai-cheng
洪雅:hong-ya 华县:hua-xian 华阴:hua-yin 渑池:mian-chi 武陟:wu-zhi 栾川:luan-chuan 会稽:kuai-ji
会理:hui-li 巴彦:ba-yan 桦甸:hua-dian 珲春:hun-chun 瓦窑堡:wa-yao-bu 马家堡:ma-jia-pu
十里堡:shi-li-pu 都匀:du-yun 都昌:du-chang 砀山:dang-shan 蚌埠:beng-bu 厦门:xia-men 儋州:dan-zhou
北碚:bei-bei 涪陵:fu-ling 綦江:qi-jiang 酉阳:you-yang 郴州:chen-zhou 耒阳:lei-yang 汨罗:mi-luo
监利:jian-li 黄陂:huang-pi 秭归:zi-gui 盱眙:xu-yi 邳州:pi-zhou 睢宁:sui-ning 甪直:lu-zhi
吴堡:wu-bu 柞水:zha-shui 洋县:yang-xian 勉县:mian-xian 邗江:han-jiang 句容:ju-rong
"""

_READINGS = """
长:chang/zhang 曾:zeng/ceng 解:xie/jie/hai 单:shan/dan 仇:qiu/chou 查:zha/cha 朴:piao/pu/po
盖:gai/ge 翟:zhai/di 召:zhao/shao 乐:le/yue/lao 堡:bao/pu/bu 铺:pu/bu 埔:pu/bu 陂:pi/bei/po
圩:wei/xu 峒:dong/tong 洞:dong/tong 厦:xia/sha 柏:bai/bo 重:chong/zhong 行:xing/hang 朝:chao/zhao
会:hui/kuai 和:he/huo 都:du/dou 尉:wei/yu 蔚:wei/yu 六:liu/lu 藏:zang/cang 盛:sheng/cheng
乘:cheng/sheng 折:zhe/she 浒:hu/xu 牟:mu/mou 荥:xing/ying 莘:shen/xin 浚:jun/xun 涡:wo/guo
泌:mi/bi 铅:qian/yan 番:fan/pan 丽:li 蚌:bang/beng 枞:cong/zong 犍:jian/qian 筠:yun/jun
种:zhong/chong 角:jiao/jue 薄:bo/bao 壳:ke/qiao 落:luo/lao/la 脉:mai/mo 弹:dan/tan 调:diao/tiao
降:jiang/xiang 还:huan/hai 传:chuan/zhuan 塞:sai/se 畈:fan/ban 埠:bu/fu 埭:dai 塆:wan 甸:dian
畲:she 硚:qiao 磜:ji/qi 礤:ca 箐:qing/jing 冲:chong 谷:gu/yu 贾:jia/gu 覃:qin/tan 缪:miao/mu
隗:wei/kui 员:yuan/yun 卜:bu/bo 祭:ji/zhai 秘:mi/bi 撒:sa 绿:lv/lu 率:shuai/lv 吕:lv 驴:lv 旅:lv
女:nv 略:lve/lue 暴:bao/pu 省:sheng/xing 差:cha/chai
"""


def _table(text: str, between: str) -> dict[str, tuple[str, ...]]:
    pairs = (pair.split(":") for pair in text.split())
    return {name: tuple(readings.split(between)) for name, readings in pairs}


PLACES = _table(_PLACES, "-")
READINGS = _table(_READINGS, "/")
