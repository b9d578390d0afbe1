/**
 * Real places with their GB/T 2260 codes, as the reports print them. A homonym is printed with its city.
 * `from` and `until` are report years: the first and last year whose report (published in the following
 * January to March) bears this name and code. Source: Ministry of Civil Affairs, code tables 2019 to 2024.
 */
export type Place = {
  readonly name: string;
  readonly code: string;
  readonly level: 'province' | 'prefecture' | 'county';
  readonly from?: number;
  readonly until?: number;
};

const province = (name: string, code: string): Place => ({ name, code, level: 'province' });
const prefecture = (name: string, code: string): Place => ({ name, code, level: 'prefecture' });
const county = (name: string, code: string, years: { from?: number; until?: number } = {}): Place => ({
  name,
  code,
  level: 'county',
  ...years,
});

export const PLACES: readonly Place[] = [
  province('江苏省', '320000'),
  province('贵州省', '520000'),
  province('广西壮族自治区', '450000'),
  province('上海市', '310000'),
  prefecture('吉林市', '220200'),
  prefecture('延边朝鲜族自治州', '222400'),
  prefecture('临夏回族自治州', '622900'),
  prefecture('恩施土家族苗族自治州', '422800'),
  prefecture('锡林郭勒盟', '152500'),
  prefecture('阿克苏地区', '652900'),
  prefecture('沧州市', '130900'),
  prefecture('湖州市', '330500'),
  prefecture('黑河市', '231100'),
  prefecture('攀枝花市', '510400'),
  county('长春市朝阳区', '220104'),
  county('北京市朝阳区', '110105'),
  county('南京市鼓楼区', '320106'),
  county('徐州市鼓楼区', '320302'),
  county('福州市鼓楼区', '350102'),
  county('石家庄市长安区', '130102'),
  county('西安市长安区', '610116'),
  county('兰州市城关区', '620102'),
  county('拉萨市城关区', '540102'),
  county('杭州市西湖区', '330106'),
  county('南昌市西湖区', '360103'),
  county('天津市河东区', '120102'),
  county('临沂市河东区', '371312'),
  county('宁波市江北区', '330205'),
  county('重庆市江北区', '500105'),
  county('双鸭山市宝山区', '230506'),
  county('上海市宝山区', '310113'),
  county('舟山市普陀区', '330903'),
  county('沈阳市铁西区', '210106'),
  county('鞍山市铁西区', '210303'),
  county('深圳市南山区', '440305'),
  county('鹤岗市南山区', '230404'),
  county('贵阳市白云区', '520113'),
  county('枣庄市市中区', '370402'),
  county('乐山市市中区', '511102'),
  county('南通市通州区', '320612'),
  county('包头市青山区', '150204'),
  county('张家界市永定区', '430802'),
  county('龙岩市永定区', '350803'),
  county('淮安市洪泽区', '320813'),
  county('双辽市', '220382'),
  county('徐闻县', '440825'),
  county('平武县', '510727'),
  county('绥滨县', '230422'),
  county('武定县', '532329'),
  county('赫章县', '520527'),
  county('桃江县', '430922'),
  county('汝州市', '410482'),
  county('会昌县', '360733'),
  county('平利县', '610926'),
  county('通道侗族自治县', '431230'),
  county('宽城满族自治县', '130827'),
  county('积石山保安族东乡族撒拉族自治县', '622927'),
  county('前郭尔罗斯蒙古族自治县', '220721'),
  county('鄂温克族自治旗', '150724'),
  county('乌审旗', '150626'),
  county('且末县', '652825'),
  county('墨脱县', '540423'),
  county('呼玛县', '232721'),
  county('湖口县', '360429'),
  county('五华县', '441424'),
  county('宜城市', '420684'),
  county('通城县', '421222'),
  county('泾县', '341823'),
  county('云县', '530922'),
  county('长春市双阳区', '220112'),
  county('南通市海门区', '320614', { from: 2020 }),
  county('海门市', '320684', { until: 2019 }),
  county('杭州市临平区', '330113', { from: 2021 }),
  county('邢台市信都区', '130503', { from: 2020 }),
  county('洛阳市孟津区', '410308', { from: 2021 }),
  county('孟津县', '410322', { until: 2019 }),
  county('会理市', '513402', { from: 2021 }),
  county('会理县', '513425', { until: 2019 }),
  county('龙港市', '330383', { from: 2019 }),
  county('横州市', '450181', { from: 2021 }),
];

export const placesIn = (year: number): readonly Place[] =>
  PLACES.filter((place) => year >= (place.from ?? 0) && year <= (place.until ?? 9999));
