import type { FamilyId } from '../../src/model/source-entry.ts';

/** What stands at an address that was read in public. */
export interface RealAddress {
  readonly family: FamilyId;
  readonly kind: 'report' | 'list' | 'notice' | 'news' | 'guide' | 'interpretation';
  readonly year: number;
  readonly url: string;
  readonly agency: string;
}

const TABLE = `
trs report 2022 http://www.gztongzi.gov.cn/zwgk/zfxxgk/zfxxgknb/2022n/202302/t20230218_78246924.html 桐梓县人民政府
trs report 2021 https://www.qdncg.gov.cn/zwgk/zfxxgk/zfxxgknb/2021n/202202/t20220218_85109283.html?isMobile=false 龙田镇人民政府
trs report 2023 http://js.changchun.gov.cn/zcbm/styjrswj/ndbg/202401/t20240115_3271106.html 长春市退役军人事务局
trs report 2023 http://cqqj.gov.cn/zwgk_159/zfxxgknb/qzfxxgknb/202403/t20240327_13086081_wap.html 綦江区人民政府
trs report 2023 https://www.huangpi.gov.cn/bmzl/qspj_bmzl/zfxxgkndbg_qspj/202401/t20240112_2340891.html 黄陂区行政审批局
trs report 2020 https://www.hukou.gov.cn/dlx/zfxxgknb_171215/202101/t20210116_4743388.html 湖口县大垅乡
trs report 2022 https://www.qingshan.gov.cn/qzfbm/zfpcjg/ghcj/zfxxgkgzndbg/202301/t20230113_2132112.shtml 钢花村街道办事处
trs report 2022 http://zwgk.changchun.gov.cn/ly/jdbsc/lyqccjdbsc/zfxxgknb/202301/t20230113_3104280.html 绿园区春城街道办事处
trs report 2020 http://cqck.gov.cn/zwgk_270/zfxxgknb/xzfbm/zfbgs/202102/t20210203_8862455_wap.html 城口县人民政府机关
trs report 2024 http://js.changchun.gov.cn/szf_3410/ndbg/202501/t20250127_3378533.html 长春市人民政府办公厅
trs report 2010 http://minhou.gov.cn/xjwz/zwgk/zfxxgkzl/xzfjqzcbm/slj/ndbg/201706/t20170621_1034290.htm 闽侯县水利局
trs report 2016 http://www.fzja.gov.cn/xjwz/zwgk/zfxxgk/zfxxgknb/201707/t20170721_1341809.htm 福州市晋安区人民政府
trs report 2015 https://tunchang.hainan.gov.cn/tunchangxxgkzl/xgbmxxgk/xghwyh/zfxxgknb/201812/t20181225_1984209.html 屯昌县环卫园林局(栏目推断)
trs report 2022 http://www.yinchuan.gov.cn/xxgk/bmxxgkml/szfbgt/xxgknb_1840/202301/t20230128_3929475.html 银川市人民政府办公室
trs report 2025 https://sycyy.yinchuan.gov.cn/zwgk/zfxxgknb/202601/t20260123_5149115.html 苏银产业园管理委员会
trs report 2022 http://www.qxn.gov.cn/zfxxgk/zfxxgknb/2022n/xs/202303/t20230320_78593121.html 兴仁市人民政府
trs report 2022 http://www.ych.gov.cn/xxgk/xxgknb/2022/xzbm/202301/t20230113_3113885.shtml 宜城市教育局
trs report 2020 http://www.gxzf.gov.cn/gggs/t7893462.shtml 广西壮族自治区人民政府办公厅
trs report 2022 http://bbwb.gxzf.gov.cn/zwgk/H1_/N1_/t15699357.shtml 自治区北部湾办
trs report 2024 http://www.guantao.gov.cn/zwgk/zfxxgk/xxgknb/nb_xzfbm/nb_xjyj/202502/t20250211_2105565.html 馆陶县交通运输局
trs report 2023 http://www.cqyz.gov.cn/bm_229/qybj/zwgk_97157/zfxxgknb_97166/202401/t20240116_12826461.html 渝中区医疗保障局
trs report 2023 http://huangshigang.gov.cn/zwpd/dfbmptlj/qzwbj/qybj/xxgknb/202401/t20240122_1090630.html 黄石港区医疗保障局
trs report 2023 http://ggzd.hld.gov.cn/ylbzj/zfxxgk_18672/zfxxndbg_18679/202401/t20240124_1166334.html 葫芦岛市医疗保障局
trs report 2025 http://www.mhk.gov.cn/zwgk/xxgk/zcbm/ajj/ndbg/202601/t20260129_63333.html 梅河口市应急管理局
trs report 2025 https://yjj.cq.gov.cn/zwgk_230/zfxxgknb/202601/t20260129_15363857.html 重庆市应急管理局
trs report 2025 https://www.hbqj.gov.cn/xxgk/xxgkml/szfbmxxgkml/syjglj/zfxxgk/ndbg/202601/t20260120_5859255.html 潜江市应急管理局
trs report 2021 http://zj.cma.gov.cn/dsqx/huzsqxj/zfxxgk/gknb/202201/t20220121_4443586.html 湖州市气象局
trs report 2021 http://hl.cma.gov.cn/zfxxgk/gknb/2021n/bm_92517/202201/t20220124_4449510.html 黑河市气象局
trs report 2021 http://bj.cma.gov.cn/zfxxgk/gknb/2021n/bj_92516/202201/t20220121_4444374.html 北京市气象局
trs report 2021 http://ah.cma.gov.cn/zfxxgk/gknb/2021n/bm_92517/202201/t20220129_4482802.html 滁州市气象局
trs report 2021 http://ah.cma.gov.cn/zfxxgk/gknb/2021n/bm_92517/202201/t20220129_4482879.html 淮北市气象局
trs report 2021 http://js.cma.gov.cn/zfxxgk/gknb/2021n/bm_92517/202203/t20220321_4606646.html 淮安市气象部门
trs report 2021 http://he.cma.gov.cn/zfxxgk/gknb/2021n/bm_92517/202201/t20220127_4471055.html 沧州市气象局
trs report 2020 http://sfj.xianning.gov.cn/xxgk/xxgkbg/202101/t20210127_2264264.shtml 咸宁市司法局
trs report 2019 https://www.guiyang.gov.cn/zwgk/zfxxgks/zfxxgknb/2019nian/202001/t20200121_44303550.html 贵阳市司法局
trs report 2018 https://changzhi.gov.cn/xxgkml/zfxxgkml/szfgzbm/ssfj/jdjc_244/202206/t20220606_2554893.shtml 长治市司法局
trs report 2019 http://www.echeng.gov.cn/ecqxxgk/xxgknb/2019year/202105/t20210514_397847.html 鄂州市自然资源和规划局鄂城分局
trs report 2024 http://xxgk.sxgp.gov.cn/xzjd/gpycx/zfxxgknb/202501/t20250126_2092898.shtml 原村乡
trs report 2024 http://rongan.gov.cn/xxgk/fdzdgknr/bmxxgknb/t19700101_3584822.shtml 大坡乡人民政府
trs report 2024 http://zgtc.gov.cn/xxgk/xxgknb/202501/t20250109_3872407.shtml 通城县某乡
trs report 2016 http://122.137.242.24:8080/pub/slsxxgkw/gzbm/cyqrmzfbgs_7432/ndbg/201708/t20170809_257176.html 舒兰市市场监督管理局
trs report 2021 http://www.weibin.gov.cn/col15477/col15481/col17113/col17115/202201/t20220110_271441.html 渭滨区统计局
trs report 2020 https://www.xifeng.gov.cn/zfxxgk/zfxxgknb/2020n/202101/t20210131_66626061.html 息烽县统计局
trs report 2021 https://tongxin.gov.cn/zwgk/zfxxgknb/2021/bmzsjg/202201/t20220124_3301387.html 同心县统计局
trs report 2019 http://scjgj.cq.gov.cn/zz/yzq/zwgk/zfxxgknb_146796/202104/t20210430_9241684.html 渝中区市场监督管理局
trs report 2019 http://www.xwzf.gov.cn/xwqrmzf/xxgkzl/xwqzfxxgkndbg/bm2019/202002/t20200206_1786748.html 玄武区市场监督管理局
trs report 2018 http://zjj.liuzhou.gov.cn/zwgk/zfxxgknb/202009/t20200917_2054024.shtml 柳州市住房和城乡建设委员会
trs report 2018 http://www.huli.gov.cn/zwgk/zfxxgkzl/zfxxyjxndbg/201901/t20190111_182924.htm 湖里区人民政府
trs report 2024 http://xxgk.jlbc.gov.cn/zcbm/fgw_97987/ndbg/202501/t20250126_1007407.html 白城市农业农村局
trs report 2024 http://xianning.gov.cn/xxgk/xxgknb/2024/szbm/202501/t20250120_3885388.shtml 咸宁市农业农村局
trs report 2022 http://www.hefeng.gov.cn/xxgk/gknb/xzbm/xwjj/202301/t20230109_1393656.shtml 鹤峰县卫健局
trs report 2022 http://www.fjtn.gov.cn/zfxxgkzl/bm/tnxwsjkj/zfxxgknb/202301/t20230116_1873504.htm 泰宁县卫生健康局
trs report 2022 https://www.hukou.gov.cn/wjw/zfxxgknb/202301/t20230105_5901300.html 湖口县卫生健康委员会
trs report 2022 http://xxgk.huinanxian.gov.cn/zfgz6/hnxwjj/ndbg/202301/t20230112_642819.html 辉南县卫健局
trs report 2021 http://www.tianmen.gov.cn/zwgk/bmhxzxxgkml/bm/styjrswj/zfxxgk/xxgknb/202201/t20220112_3961155.shtml 天门市退役军人事务局
trs report 2021 https://www.qiaokou.gov.cn/xxgk/zfxxgknb/bmjdhz/qzfgzjg/tyjrswj/202201/t20220117_1897331.shtml 硚口区退役军人事务局
trs report 2021 http://xxgk.siping.gov.cn/zcbm/tyswj/ndbg/202201/t20220119_608378.html 四平市退役军人事务局
trs report 2023 http://zgtc.gov.cn/xxgk/dfbmptlj/bmxxgkpt/xfzhggj/zfxxgkndbg/202401/t20240102_3424720.shtml 通城县发改局
trs report 2019 http://www.qzlc.gov.cn/zwgk/bm/swj/nb/202001/t20200103_2009665.htm 泉州鲤城区商务局
trs report 2019 http://www.jdzcjq.gov.cn/zwgk/zfxxgknb/2019n_1/t478676.shtml 昌江区商务局
trs report 2019 http://minhou.gov.cn/xjwz/zwgk/zfxxgkzl/xzfjqzcbm/swj/ndbg/202001/t20200107_3167446.htm 闽侯县商务局
trs report 2016 http://mhk.gov.cn/zwgk/xxgk/xzj/kdyz/ndbg/201806/t20180619_8973.html 梅河口市某镇
trs report 2023 http://xxgk.sxgp.gov.cn/gzbm/gpwlj/zfxxgknb/202401/t20240130_1926962.shtml 高平市文化和旅游局
trs report 2020 https://cqstl.gov.cn/bm/qcgj_71110/zwgk_70831/zfxxgknb_70842/202101/t20210121_8796238.html 铜梁区城市管理局
trs report 2022 http://www.hunnan.gov.cn/zwgk/zfxxgknb/2022/2022bmdnbg/202301/t20230118_4373320.html 浑南区国资局
trs report 2022 http://www.szpinglu.gov.cn/xxgk/plzfxxgk/zfxxgknb/202212/t20221222_421185.html 平鲁区市政服务单位
trs report 2013 http://xxgk.yczf.gov.cn/xzf/ycbgs/zfxxgknb/202010/t20201020_1237679.shtml 阳城县人民政府
trs report 2013 https://www.tianzhu.gov.cn/zwgk/zfxxgk/zfxxgknb/2013n/202101/t20210114_69371819.html 天柱县人民政府
trs report 2019 http://www.tjhd.gov.cn/zwgk/zfxxgk/zfxxgkqjjg/qmzj/zfxxgknb47/202012/t20201216_5030825.html 河东区民政局
trs report 2019 https://www.pthj.gov.cn/bm/hjqmzj/zfxxgknb/202001/t20200115_1440478.htm 涵江区民政局
trs report 2021 https://www.gzhezhang.gov.cn/zwgk/zfxxgkzl/zfxxgknb/2021n/202201/t20220127_72425999.html 赫章县交通运输局
trs report 2021 http://jtyst.shanxi.gov.cn/zwgk/gknb/202201/t20220129_4707104.shtml 山西省交通运输厅
jcms report 2020 http://www.lintao.gov.cn/art/2020/12/25/art_6924_1372393.html 上营乡
jcms report 2024 http://www.lishui.gov.cn/art/2025/3/7/art_1229850027_100030.html 丽水市人民政府
jcms report 2021 http://www.jxay.gov.cn/art/2022/1/30/art_5381_1098471.html 安源区水利局
jcms report 2020 http://www.yueqing.gov.cn/art/2021/1/20/art_1229663597_53169.html 乐清市审计局
jcms report 2020 https://www.dafeng.gov.cn/art/2021/5/20/art_25340_3537219.html 盐城市大丰区司法局
jcms report 2024 http://www.zjqy.gov.cn/art/2025/1/22/art_1229387727_5448483.html 淤上乡
jcms report 2024 https://www.panan.gov.cn/art/2025/1/21/art_1229421929_4205907.html 双溪乡
jcms report 2018 https://www.jindong.gov.cn/art/2019/3/25/art_1229404637_26754.html 金东区市场监督管理局
jcms report 2023 http://www.dinghai.gov.cn/art/2024/1/16/art_1229773966_86961.html 定海区发展和改革局
jcms report 2023 https://www.longyou.gov.cn/art/2024/1/30/art_1229114055_89890.html 龙游县人民政府办公室
jcms report 2023 https://www.wl.gov.cn/art/2024/1/14/art_1229307181_3913015.html 温岭市文化和广电旅游体育局
jcms report 2019 http://www.als.gov.cn/art/2020/1/17/art_5116_413424.html 阿拉善盟民政局
jcms-annual-report report 2021 http://www.zoucheng.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=113708830043262784&fbtime=2021 邹城市田黄镇人民政府
jcms-annual-report report 2023 http://www.ouhai.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=001008003012012&fbtime=2023 瓯海区综合行政执法局
jcms-annual-report report 2024 https://www.wenzhou.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=001008003015001&fbtime=2024 温州市政府办公室
jcms-annual-report report 2010 http://www.zoucheng.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=11370883004325769B&fbtime=2010 唐村镇
jcms-annual-report report 2010 http://www.yj.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime=2010&area=001008003014074 永嘉县农业局
jcms-annual-report report 2015 https://www.yj.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime=2015&area=001008003014021 永嘉县统计局
jcms-annual-report report 2020 https://www.jining.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=11370800004312490W&fbtime=2020 济宁市人力资源社会保障局
jcms-annual-report report 2020 http://www.wencheng.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=001008003010014&fbtime=2020 文成县人力资源和社会保障局
jcms-annual-report report 2017 http://www.yanzhou.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=11370812004322488Q&fbtime=2017 兖州区住建局
jcms-annual-report report 2017 http://www.lishui.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime=2017&area=113325000026455663 丽水市人民政府
jcms-annual-report report 2020 http://www.shengsi.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=11330922002643296E&fbtime=2020 嵊泗县公安局
jcms-annual-report report 2018 http://www.weishan.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=11370826057926779E&fbtime=2018 微山县商务局
jcms-annual-report report 2018 http://www.zjpy.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime=2018&area=001008003008018 平阳县科技局
jpaas report 2024 https://www.linxiaxian.gov.cn/lxx/ZWGK/xxgkndbg/2024/bmndbg/art/2025/art_550792914f1b4653a7f2086f26fdd6e2.html 临夏县交通运输局
jpaas report 2023 https://www.jyg.gov.cn/ybj/zwxxgk/zfxxgknb/art/2024/art_98ab1669126f45df877ecda00c3585ee.html 嘉峪关市医疗保障局
jpaas report 2021 https://dxzzzx.gov.cn/dxx/zfxxgk/zfxxgknb/art/2022/art_21953d7c1df747b4b623b2205c6c537c.html 东乡县人社局
jpaas report 2024 http://nync.pingliang.gov.cn/zfxxgk/zfxxgknb/art/2025/art_8569654251de49249f1aea2634e5f03c.html 平凉市农业农村局
jpaas report 2021 https://dxzzzx.gov.cn/dxx/zfxxgk/zfxxgknb/art/2022/art_bb868db643a943508aff45b89949d4b3.html 东乡县交通运输局
ucap notice 2021 http://www.chnzj.gov.cn/chnzj/c133076/202204/c7190af08a8e4fc49bf5450b10396b52.shtml 怀化市政务公开政务服务领导小组办公室
ucap report 2020 http://www.huichang.gov.cn/hcxxxgk/hc1554/202101/157a95c3e64f41039bb3beb14dbc7638.shtml 中村乡
ucap report 2022 http://hrbdl.gov.cn/hebdlq/c111239/202301/c01_868731.shtml 道里区经纬街道办事处
ucap report 2024 https://www.dt.gov.cn/dtszf/gkndbgz/202501/0816cab7db044311aa396cb36e224281.shtml 大同市人民政府办公室
ucap report 2025 http://www.jkh.gov.cn/jkhq/nb2025bm/202601/5856756abbd94de080027398734e4ab1.shtml 金口河区交通运输局
ucap report 2023 https://ht.sanya.gov.cn/htqrsjsite/xxgknb/202401/e4273d9d76084c6093d6ef8555b04121.shtml 三亚市海棠区医疗保障局
ucap report 2022 http://mulan.gov.cn/hebmlx/c111204/202301/c01_591175.shtml 木兰县林业和草原局
ucap report 2020 http://www.hanzhong.gov.cn/hzszf/zwgk/xxgknb/2020/sjbm/202102/490f56d5771a4f298b71acd31f984c0a.shtml 汉中市市场监督管理局
ucap report 2025 http://www.hanzhong.gov.cn/hzszf/nbsz2025/202601/144c00340f3f4979bc05b45e862a4615.shtml 汉中市农业农村局
ucap report 2022 http://www.tongdao.gov.cn/tongdao/c103732/202302/6c829d5ee11d47adb1b18c75e4e0a9f3.shtml 通道县卫生健康局
ucap report 2022 http://mulan.gov.cn/hebmlx/c111204/202309/c01_925848.shtml 木兰县发展和改革局
ucap report 2018 http://lueyang.gov.cn/lyxzf/lyzwgk/xxgknb/2018/zbzf/201901/5a2401d6587843698cd54cf4b0642ba7.shtml 白雀寺镇
ucap report 2023 http://www.xunwu.gov.cn/xwxxxgk/xw77924/202401/30592ba45dd24373921a84442feeed00.shtml 寻乌县文广新旅局
ucap report 2022 https://pingcheng.gov.cn/pcqrmzfz/zfznbmi/202308/cbe761fbe81c4e17991ae67fd108e5d8.shtml 平城区促进外来投资局
ucap report 2021 http://urumqi.gov.cn/wlmqs/c120234/202201/3a807dede022462fa7c51e807012c3ef.shtml 乌鲁木齐市招商服务局
ucap report 2021 http://xjyc.gov.cn/ycx/c107419/202201/bf3c3d6f772049608177f14ef81229e4.shtml 叶城县人民政府
ucap report 2025 http://www.xjwqx.gov.cn/xjwqx/c128570/202601/c531fcfd84284253aaceb3f0345912cd.shtml 乌恰县人民政府办公室
ucap report 2021 https://xjwqx.gov.cn/xjwqx/c112125/202201/abdcf8e8b10e46bb82321fbabeed4c5a.shtml 乌恰县人民政府
ucap report 2021 http://urumqi.gov.cn/wlmqs/c120216/202202/4009d7ecc5a749b6b1ebf8f34ccc3c95.shtml 乌鲁木齐市人民政府
gkmlpt report 2022 http://www.yuexiu.gov.cn/gzyxbyj/gkmlpt/content/8/8766/post_8766914.html 越秀区白云街道
kaipu report 2023 http://www.xuwen.gov.cn/zfxxgk/zjsxwxsfj/content/post_1865610.html 徐闻县司法局
kaipu report 2025 http://www.xuwen.gov.cn/xwyw/bmdt/content/post_2144700.html 徐闻县应急管理局
kaipu report 2014 http://www.gdqy.gov.cn/zfxxgkq/ssthjj/zfxxgknb/content/post_526013.html 清远市环境保护局
kaipu report 2021 http://www.panyu.gov.cn/zwgk/zfxxgk/zfxxgknb/bm/mb2021/content/post_8040242.html 番禺区统计局
kaipu report 2020 http://www.puning.gov.cn/zfxxgkmlfg/jyspnsgaj/zfxxgkgzndbg/content/post_513176.html 普宁市公安局
kaipu report 2022 http://www.conghua.gov.cn/zwgk/zjgb/zfxxgkgzndbgbm/content/post_8765431.html 广东从化经济开发区管理委员会
kaipu report 2022 http://www.panyu.gov.cn/zwgk/zfxxgk/zfxxgknb/bm/2022/content/post_8800345.html 番禺经济技术开发区管委会
kaipu report 2016 http://www.sgwjq.gov.cn/zwgk/zfxxgkndbg/content/post_222204.html 武江区龙归镇人民政府
kaipu report 2016 http://www.zs.gov.cn/dyz/qt/xxgkndbg/content/post_1542985.html 中山市大涌镇人民政府
kaipu report 2022 https://www.qingxin.gov.cn/bmxz/zgbm/qxqrmzfbgs/zfxxgkgzndbg/content/post_1665156.html 清新区人民政府办公室
kaipu report 2019 http://www.ptq.gov.cn/xxgk/xxgkzl/xxgkgzndbg/content/post_1650030.html 坡头区民政局
boda report 2022 https://www.ynyx.gov.cn/info/1025/61695.htm 云县人民政府
boda report 2021 http://www.wushan.gov.cn/info/8141/873481.htm 榆盘镇人民政府
boda report 2019 http://www.tsqs.gov.cn/info/1082/16404.htm 清水县人民政府
boda report 2025 http://www.zqx.gov.cn/zfxxgkzl/xzjdbmdw/bmdw/zqxyjglj/zfxxgknb/n2025n.htm 舟曲县应急管理局
boda report 2020 http://dayao.gov.cn/info/1285/19526.htm 大姚县审计局
boda report 2014 http://www.tsqs.gov.cn/info/1154/16376.htm 清水县质监局
boda report 2022 http://www.lintan.gov.cn/info/1315/16707.htm 临潭县卫生健康局
boda report 2022 https://www.hhhk.gov.cn/info/3981/209071.htm 河口县卫生健康局
boda report 2022 http://ccxi.gov.cn/info/1308/19387.htm 某经开区管委会办事机构
boda report 2019 http://www.tianshui.gov.cn/info/2121/35151.htm 天水市商务局
openness report 2025 https://www.gy.gov.cn/XxgkAnnualReport/show/6339.html 涡阳县教育局
openness report 2022 https://www.lixin.gov.cn/XxgkAnnualReport/show/5494.html 利辛县教育局
openness report 2023 http://ahjx.gov.cn/XxgkAnnualReport/show/5585.html 泾县教育体育局
openness report 2025 https://www.gy.gov.cn/XxgkAnnualReport/show/6351.html 涡阳县审计局
openness report 2024 https://www.ahtlyaq.gov.cn/openness/OpennessAnnualReport/show/3965.html 义安区老洲乡
openness report 2024 https://www.dongzhi.gov.cn/Xxgknb/show/5166.html 木塔乡人民政府
openness report 2025 https://lyj.chizhou.gov.cn/OpennessAnnualReport/show/5328.html 池州市林业局
openness report 2020 https://www.ahgc.gov.cn/OpennessAnnualReport/show/4012.html 池州市公安局贵池分局
openness report 2020 https://www.tl.gov.cn/openness/OpennessAnnualReport/show/489.html 铜陵市城管执法局
openness report 2021 https://www.dongzhi.gov.cn/Xxgknb/show/4123.html 东至县科经局
openness list 2022 https://www.ahtlyaq.gov.cn/openness/OpennessAnnualReport/year/6/2022.html 义安区信息公开年报专栏
openness list 2021 https://www.dongzhi.gov.cn/OpennessAnnualReport/year/show/290/2021.html 东至县科经局年报专栏
lonsun report 2021 https://www.tianchang.gov.cn/public/161054624/1110009656.html 天长市永丰镇
lonsun report 2021 http://www.pingwu.gov.cn/public/column/12651?type=3&nav=5&sub=4&timeFrame=2021&hasContent=true 平武县统计局
lonsun report 2021 http://tjj.ah.gov.cn/public/6981/146422691.html 安徽省统计局
lonsun report 2020 https://www.ahhy.gov.cn/zfxxgk/public/column/24601?action=detail&title=2020&type=3 怀远县公安局
lonsun report 2017 https://www.taoyuan.gov.cn/zwgk/public/6616339/1133314811.html 桃源县扶贫开发办公室
lonsun report 2016 http://www.bengbu.gov.cn/public/25461/45854211.html 蚌埠某县某镇
lonsun list 2021 http://tjj.ah.gov.cn/public/column/6981?type=3 安徽省统计局年报专栏
generic report 2022 https://shanghai.gov.cn/nw12344/20230331/4a03b5fa47ae4c73b7ec42801de6be66.html 上海市人民政府
generic report 2022 https://www.hejiang.gov.cn/gk/zfxxgknb/xxgkndbg1/content_184762 合江县人民政府
generic report 2012 https://www.np.gov.cn/cms/html/npszf/2013-01-25/1779102018.html 南平市人民政府
generic notice 2021 http://zrzy.smx.gov.cn/16903/616589856/1288675.html 国办公开办函〔2021〕30号转载(三门峡市自然资源局)
generic report 2025 https://www.bjdx.gov.cn/bjsdxqrmzf/zwfw/zfxxgk/dxqzf69/2291822/2291824/2292928/index.html 大兴区某镇人民政府
generic report 2021 https://www.pingli.gov.cn/Content-2361064.html 平利县正阳镇
generic report 2021 http://wqx.gov.cn/zfxxgk/zfxxgknb/zj/2021n/1533676551588134914.html 周湾镇人民政府
generic report 2023 http://61.150.65.235/zfxxgk/zfxxgknb/bmxxgknb/1906985018193408001.html 区统计局
generic interpretation 2022 http://www.lixia.gov.cn/gongkai/site_lixiaqulxqdmhjdbscaf/channel_63899ae537599182826222fc/doc_641d4d4d749a4723fdc77fb7.html 历下区大明湖街道办事处
generic report 2022 http://www.changanqu.gov.cn/zwgk/xxgknb/jbxxgknb/63ae9ee5f8fd1c4c2133970d.html 长安区砲里街道
generic report 2022 http://www.zichang.gov.cn/zfxxgk/zfxxgknb/szfnb/2022n/1.html 子长市人民政府
generic guide 2021 http://www.shangyou.gov.cn/syxxxgk/xxxgkznhuuqfbnv/tt.shtml 上犹县水利局信息公开指南
generic news 2016 http://www.gov.cn/xinwen/2017-03/28/content_5181403.htm 贵州省人民政府(新闻)
generic report 2024 https://snzs.gov.cn/html//zwgk/ndbg/bm/129527.html 柞水县交通运输局
generic report 2025 https://jtj.dazhou.gov.cn/xxgk-show-16776.html 达州市交通运输局
generic report 2023 https://cnzh.gov.cn/News/Detail/20240110100857628.html 昭化区医疗保障局
generic report 2023 http://www.linhe.gov.cn/html/290/23518.html 临河区医疗保障局
generic report 2025 http://yjglj.wuhai.gov.cn/ajj/zwxxgk/zfxxgknb23/2398642/index.html 乌海市应急管理局
generic report 2020 http://taojiang.gov.cn/25076/25112/37254/37255/content_1500366.html 桃江县审计局
generic report 2020 http://www.yaozhou.gov.cn/resources/site/153/html/yzgk/zfxxgknb/nbqzfgzbm/202101/459854.html 铜川市耀州区审计局
generic report 2020 http://180.76.149.248:88/book/dzs/shenji/files/basic-html/page9.html 区审计局(电子书翻页版)
generic report 2018 https://lzq.gov.cn/gongkai/show/20190306092004055.html 广元市利州区司法局
generic report 2020 https://www.laian.gov.cn/zwgk/2020nzfxxgkgzndbg/bmnb/278251129.html 来安县司法局
generic report 2025 https://www.chaoyang.gov.cn/html/CYSZF/202601/0176887792089739.html 朝阳市自然资源局
generic report 2024 https://www.suibin.gov.cn/suibinxianrenminzhengfu/cbcc5c9e6bb44ed8af5cd0785606f554/202501/67436.shtml 连生乡人民政府
generic report 2021 http://www.kaijiang.gov.cn/xxgk-show-34579.html 开江县统计局
generic report 2021 https://lingyuan.gov.cn/html/LYSZF/202201/0164239849045814.html 凌源市统计局
generic report 2022 http://www.hengshan.gov.cn/xzfgzbm/xlyj/zfxxgknb/20230109/i2909326.html 衡山县林业局
generic report 2021 https://www.huade.gov.cn/gqxqzf8/1323053.html 化德县林业和草原局
generic report 2023 https://scgw.gov.cn/zfxxgk/GovOpenShow.aspx?id=20240118085408100 旺苍县林业局
generic report 2019 http://scjg.baotou.gov.cn/zfxxgknb/5069568.jhtml 包头市市场监督管理局
generic report 2020 http://www.anshan.gov.cn/html/ASSZF/202101/0161190318587729.html 鞍山市人力资源和社会保障局
generic report 2020 http://www.ludian.gov.cn/contents/3168/36381.html 鲁甸县人力资源和社会保障局
generic report 2024 http://taojiang.gov.cn/25076/25106/37230/42942/index.htm 桃江县农业农村局
generic report 2018 https://cncx.gov.cn/news/show/1e17b73bc22b425fb496721169b7bb3e.html 苍溪县农业农村局
generic report 2008 http://www.huantai.gov.cn/gongkai/site_htxsjj/channel_c_5f9f6c9be592f315dca00fb1_5fb3bf5add0092b848bb9987/doc_5fbf5ac78b0a67ce6fab9a2f.html 桓台县审计局
generic report 2008 http://www.gaoqing.gov.cn/gongkai/site_gqxxmyyfwzx/channel_c_5faa507f1c1ea72769e9d27a_n_1605684641.5776/doc_60a6366a6cd229239f1f7a74.html 高青县畜牧局
generic report 2025 http://www.kmsm.gov.cn/c/2026-01-15/7097241.shtml 嵩明县卫生健康局
generic report 2020 https://gaj.gzlps.gov.cn/bmxxgk/zfxxgk_5712592/zfxxgknb/2020n/ 六盘水市公安局
generic report 2019 http://baishui.gov.cn/zfxxgk/zfxxgknb/bmxxgknb/1651146463799808001.html 白水县公安局
generic report 2022 http://www.kmwh.gov.cn/c/2023-01-11/6433727.shtml 五华科技产业园管理委员会
generic report 2022 https://jkq.xining.gov.cn/index.php?c=show&id=115 西宁经济技术开发区
generic report 2019 http://cnjg.gov.cn/gongkai/show/9146b75143db4704b1c9b62b7c482dcb.html 剑阁县商务和经济合作局
generic report 2023 http://www.huantai.gov.cn/gongkai/site_htxwhhlyj/channel_c_5f9f6c9be592f315dca00fad_n_1605683045.6278/doc_65b75155ea7adcc2d6f10c16.html 桓台县文化和旅游局
generic report 2020 https://ruzhou.gov.cn/contents/37548/328057.html 汝州市城市管理局
generic report 2022 http://www.lintong.gov.cn/zwgk/xxgkml/xxgknb/bmxxgknb/63c11d72f8fd1c4c2137f129.html 临潼区物流区
generic report 2021 http://yiyang.gov.cn/yyskjj/41859/41865/41868/content_1950630.html 益阳市科技局
generic report 2021 http://www.zichuan.gov.cn/gongkai/site_zcqkxjsj/channel_c_5f9f6a3dc916f710ccee90e4_n_1605684197.2009/doc_61f23602d711308e8b82fe7b.html 淄川区科学技术局
generic report 2019 http://www.kman.gov.cn/c/2020-01-16/3898718.shtml 安宁市民政局
generic report 2019 https://yongde.gov.cn/zfxxgk_ydx_mzj/zfxxgknb.html?nbYear=2019 永德县民政局
generic report 2018 http://mzj.baotou.gov.cn/zfwzgznb/24774469.jhtml 包头市民政局
generic report 2021 https://public.zzgx.gov.cn/D42Y/6229783.jhtml 郑州高新区沟赵办事处
generic report 2021 https://public.zzgx.gov.cn/D42Y/6230255.jhtml 郑州高新区双桥办事处
generic report 2021 http://www.lhyc.gov.cn/Item/75160.aspx 郾城区人民政府
generic report 2021 https://zizhou.gov.cn/zwgk/zfxxgknb/gbmxxgknb/2021nb/1484355094259007489.html 子洲县交通运输局
generic report 2021 http://xushui.gov.cn/zfxxgk/zfgknb/2021/666160179564613.html 保定市徐水区交通运输局
generic report 2021 http://www.minhe.gov.cn/html/12907/400703.html 民和县交通运输局
generic report 2021 http://dzs.gov.cn/col/1640832886897/2022/01/10/1641781192751.html 定州市交通运输局
jcms list 2021 http://szsxxgk.harbin.gov.cn/col/col12696/index.html 尚志市政府信息公开专栏(亮河镇年报所在栏目)
jcms list 2022 http://mlxxxgk.harbin.gov.cn/col/col12946/index.html 木兰县政府信息公开专栏
`;

/** Addresses of published reports and of pages about them, each with its publishing system. Never fetched by a test. */
export const REAL_ADDRESSES: readonly RealAddress[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [family, kind, year, url = '', agency = ''] = line.split(' ');
    return { family, kind, year: Number(year), url, agency } as RealAddress;
  });

/** Those of one system that are reports. */
export const reportsOf = (family: FamilyId): readonly RealAddress[] =>
  REAL_ADDRESSES.filter((one) => one.family === family && one.kind === 'report');
