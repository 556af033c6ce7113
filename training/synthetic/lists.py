"""Lists that Faker lacks, written for this project: syllables of rare names, street stems, towns, short forms."""

from __future__ import annotations


def items(text: str) -> tuple[str, ...]:
    """Split at commas, or at blanks when there is no comma.

    >>> items("Bad Ems, Ulm")
    ('Bad Ems', 'Ulm')
    """
    parts = text.split(",") if "," in text else text.split()
    return tuple(" ".join(part.split()) for part in parts if part.strip())


VIETNAMESE_LAST = items("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Truong Dinh Lam Mai")
ARABIC_LAST = items(
    "Haddad Khoury Nasser Mansour Saleh Hamdan Aziz Karimi Rahimi Hosseini Ahmadi Sayed Farouk Bakri Qasim Darwish "
    "Najjar Shaheen Zaman Barakat Abboud Sabbagh Halabi Masri Tamimi Othman Sharif Jaber Kassem Fakhoury Rashidi Azimi "
    "Nouri"
)
ARABIC_MALE = items(
    "Mohammed Ahmed Yusuf Omar Khalid Tariq Hassan Mustafa Samir Nabil Karim Bilal Faisal Reza Amir Jamal Ziad"
)
ARABIC_FEMALE = items(
    "Fatima Aisha Layla Noor Zahra Amira Samira Hana Rania Yasmin Maryam Salma Dalia Huda Leila Shirin"
)
TURKISH_LAST = items(
    "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt "
    "Özkan Şimşek Polat Korkmaz Karataş Erdoğan Güneş Aksoy Taş Tekin Bulut Avcı Ünal Acar Turan Güler Yavuz Kaplan "
    "Sarı Coşkun Balcı Ateş"
)
KOREAN_FIRST = items(
    "Ji-woo, Min-jun, Seo-yeon, Hyun-woo, Soo-jin, Eun-ji, Jae-hyun, Min-seo, Dong-hyun, Hye-jin, Yu-na, Sung-ho, "
    "Tae-yang, Jiwon, Minji, Seojun, Yejin, Haneul, Jihoon, Sunwoo, Kyung-soo, Mi-sun, Young-ho, Bo-ram, Da-eun, "
    "Chan-wook"
)
KOREAN_LAST = items(
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Jeon Moon Baek Noh Ryu"
)
CANTONESE_LAST = items("Wong Chan Cheung Leung Kwok Yip Lau Tsang Ng Kwan Fung Mak Siu Chow Lam Tam Tong Yuen Hui Poon")
GERMAN_LAST = items(
    "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf "
    "Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann "
    "Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung "
    "Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht "
    "Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel "
    "Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas "
    "Voigt Sauer Arnold Wolff Pfeiffer Ahrens Asmussen Bäumler Behrends Birnbaum Bremer Brinkmann Cordes Dahlmann "
    "Deppe Dörfler Ebert Eggert Eichinger Feldkamp Flessner Freese Gerlach Göbel Grabowski Haberland Hinrichs Höfer "
    "Hünemörder Janssen Kaczmarek Kessler Kiefer Klaasen Kleinschmidt Kohlhaas Kowalski Kretschmer Kuhlmann Lindemann "
    "Löffler Lübbers Marquardt Mertens Michalski Nagel Niemeyer Nowak Oberhuber Oltmanns Ostermann Petersen Pfaff "
    "Pohlmann Quandt Reinhardt Riedel Rößler Ruhnau Sander Schlüter Schönfeld Seifert Sievers Steinhauer Stoltenberg "
    "Struck Thiele Tiedemann Uhlig Unger Vollmer Wendt Wiese Wittenberg Wrobel Zander Zeller Zielinski Öztürk Yıldız "
    "Kaya Demir Şahin Çelik Aydın Arslan Doğan Kılıç"
)

#: Families of syllables: (starts, middles, ends).
RARE_LAST: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (  # German
        items(
            "Ahl Bark Brem Bruck Dorn Drax Eich Esch Falk Fehr Flad Gant Gerst Glau Grab Hag Harl Heid Holl Hürb Kall "
            "Kell Kest Klos Knör Kreb Lamp Lech Lind Löw Mack Marl Mend Münz Nied Ober Ött Pless Quast Raben Rein Röh "
            "Schall Schnei Schür Stau Steg Stroh Tann Thal Trau Uhl Vell Wach Weid Wern Wied Wöl Zast Zeil Zöll"
        ),
        items("en er el ing els ers n s ig"),
        items(
            "bach berg brink burger dorfer feld hauer heim hoff huber kamp ke ler lin mann meier muth ner nitz reuter "
            "scheid schlag stedt stein thaler wald weiler wig zig inger"
        ),
    ),
    (  # English
        items(
            "Al Ash Bar Bex Black Brad Brin Cald Car Chad Clap Cor Cran Dal Den Dun East El Far Fen Gar Grim Hal Har "
            "Hather Hol Ken Kil Lang Lath Lid Mar Mel Mor Nor Oak Pem Pen Quin Rad Raven Ruth Scar Shel Stan Sut Tal "
            "Thor Thur Trem Ul Wal Wen Whit Win Wool Yar"
        ),
        items("er ing en i a s"),
        items(
            "bourne bridge burn bury by combe cott croft den field ford gate ham hurst land ley lock low man more "
            "ridge sby shaw stead ston thwaite ton ward well wick wood worth"
        ),
    ),
    (  # Slavic
        items(
            "Bar Bled Bor Cher Dob Drag Dub Gor Grab Hor Jan Jaz Kaz Kol Kov Kraj Kub Lis Mal Mir Mos Novak Ost Pav "
            "Pet Pol Rad Rog Rut Sed Sid Slav Sok Star Stan Svob Tom Tur Vas Vel Vid Vlad Voj Wal Wit Zab Zak Zel"
        ),
        items("a o e i an in"),
        items("czak czyk ek enko ev ewski ic ik in ka kiewicz ko kov nik novic ov owski ski sky vic vich yk zki"),
    ),
    (  # Romance
        items(
            "Al Bal Bel Ben Ber Bon Cal Can Car Cas Cor Dar Del Fal Far Fer Gal Gar Lam Lan Lom Mal Mar Men Mon Mor Or "
            "Pal Par Pel Per Ral Ren Ros Sal San Ser Tar Tor Val Ver Vil"
        ),
        items("a e i o an in al"),
        items(
            "bert cci chetti dano dez dini etti fieri gnon lard let lini lucci monte nard nez quez ral rello retti "
            "rini rosa sanz tano telli teau toni vais velli zano zzi"
        ),
    ),
    (  # African, Asian
        items(
            "Ab Ade Aki Ami Ana Asa Ban Bha Chi Dha Eke Gan Haru Iwa Jaya Kama Kha Kuma Lak Maha Mata Mbe Mwa Nak Nav "
            "Nko Oba Oke Olu Paw Ram Sah Sri Taka Thi Uche Vis Wam Yama Zul"
        ),
        items("da ka la ma na ra ta wa shi di"),
        items(
            "bari beke bola dara dele gawa gonda gwu jee jima kanta kura kwu lingam moto mura nathan nya pati raj "
            "rajan ram sami shita tunde wale walla yemi"
        ),
    ),
)
RARE_FIRST = (
    items(
        "Ad Al Am An Ar Bel Bri Ca Ce Cor Da De Dra El Em Ev Fa Fel Ga Gi Ha He Il Is Ja Jo Ka Ke Kir La Le Li Lu Ma "
        "Me Mi Na Ne Ni No Ol Or Pa Pe Ra Re Ri Ro Sa Se Si Sol Ta Te Ti Tho Va Ve Vi Wi Xa Ya Ze Zo"
    ),
    items("l n r s d m v la ri na lo vi ma de li ra no the sha"),
    items(
        "a an ana ara ard as e el ela en eth ia ian ie iel ik ille in ina ine ion is ius ko la las len lia lin lyn na "
        "nak nia o on ora os ra ran ric rik ro son ta tan us vin ya"
    ),
)
BRANDS = (
    items(
        "ac ad al am ar astra av az bel bit blu bri cal cel cen cir clo cor cy dal del dyn ed el em en ev ex fi flo "
        "fon gal gen gra hel hy in ion jo kin ko kra lex li lo lu lum lyn mag mar me mer mi mo na neo nex no nor nu ob "
        "om op or ox pa pel per pix plu pra pro qua que ra re ri ro sa sel sen si sol spi sta sy ta te ter tri ty ul "
        "un va vel ven ver vi vo wa xe ya ze zen zi"
    ),
    items("ba bi ca da di go la li lo ma mo na ni no ra ri ro sa si ta ti to va vi"),
    items(
        "bit bix bo cade cel cor cron cta da dex dia don dora fin flex fy gen gix gon grid ia ica ify io ity kon lab "
        "land leo lia line link lio logic lux ly lytics max media mix na net nex nia nix nova on onix ora ova pay plex "
        "point port pro quent ra ro rox scale sense soft sol sys ta tec tech tek tia tis tra tron va vance vera via "
        "vio vita ware wave wise works x xa yx za zon"
    ),
)

STEMS_EN = items(
    "Main, Oak, Maple, Cedar, Pine, Elm, Walnut, Chestnut, Spruce, Willow, Birch, Sycamore, Magnolia, Dogwood, "
    "Juniper, Hickory, Church, Mill, Park, Lake, River, Hill, Spring, Forest, Meadow, Valley, Ridge, Orchard, Garden, "
    "Bridge, School, College, Station, Market, High, King, Queen, Prince, Duke, Union, Liberty, Washington, Lincoln, "
    "Jefferson, Madison, Franklin, Highland, Lakeview, Sunset, Sunrise, Ocean, Harbor, Harbour, Bay, Beach, Cliff, "
    "Canyon, Prairie, Timber, Stone, Rock, Silver, Golden, Copper, Iron, Sand, Clay, Green, White, Black, Red, Blue, "
    "Fox, Deer, Elk, Bear, Eagle, Hawk, Falcon, Robin, Swan, Heron, Quail, Pheasant, Rabbit, Beaver, Wolf, Otter, "
    "Salmon, Trout, Holly, Ivy, Rose, Lily, Laurel, Hawthorn, Heather, Bramble, Fern, Thistle, Clover, Poplar, Aspen, "
    "Ash, Beech, Alder, Hazel, Rowan, Yew, Linden, Cypress, Palm, Olive, Cherry, Apple, Peach, Plum, Mulberry, Manor, "
    "Castle, Abbey, Priory, Chapel, Rectory, Vicarage, St John's, St Mary's, St James, St Peter's, Albert, Victoria, "
    "George, Edward, Windsor, Lancaster, York, Cambridge, Oxford, Kent, Surrey, Devon, Cornwall, Norfolk, Suffolk, "
    "Chester, Bedford, Clarence, Regent, Cromwell, Nelson, Wellington, Trafalgar, Waterloo, Alexandra, Grange, Farm, "
    "Barn, Paddock, Croft, Field, Heath, Moor, Common, Green Lane, Back, Water, Well, Brook, Ferry, Quay, Dock, Canal, "
    "Lock, Wharf, Tannery, Forge, Smithy, Foundry, Quarry, Mine, Colliery, Railway, Tower, Mansfield, Sheffield, "
    "Richmond, Kensington, Hampton, Coventry, Ashford, Bradford, Stratford, Crescent, Summit, Pioneer, Frontier, "
    "Heritage, Colonial, Mission, Presidio, Alameda, El Camino, Rancho Vista, Buena Vista, Mesa Verde, Del Mar, Via "
    "Linda, Santa Rosa, Peachtree, Old Mill, Old Post, Old County, Old Stage, Stagecoach, Wagon Wheel, Mockingbird, "
    "Bluebird, Hummingbird, Whippoorwill, Cottonwood, Bayberry, Wisteria, Azalea, Crestview, Hillside, Lakeshore, "
    "Riverside, Brookside, Woodland, Northgate, Southgate, Eastwood, Westfield, Fairview, Fairway, Country Club, "
    "Airport, Industrial, Commerce, Enterprise, Research, Innovation, Corporate, Center, Court House, County Line, "
    "Township, Quaker, Indian Creek, Turkey Run, Bear Creek, Mill Creek, Rock Creek, Sandy Hill, Pleasant Hill, Mount "
    "Pleasant, Spring Valley, Cherry Hill, Chestnut Ridge, Stony Brook, Martin Luther King Jr., Lower High, Upper "
    "Church, The Green, Kiln, Pottery, Windmill, Saddler's, Cooper's, Baker's, Potters"
)
US_NUMBERED = items(
    "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 14th 15th 17th 21st 22nd 23rd 33rd 42nd 57th 86th 103rd 125th"
)
US_SUFFIXES = items(
    "St St. Street Street Ave Ave. Avenue Avenue Rd Rd. Road Road Dr Dr. Drive Drive Ln Ln. Lane Blvd Blvd. Boulevard "
    "Ct Ct. Court Pl Place Way Way Ter Terrace Cir Circle Pkwy Parkway Trl Trail Loop Hwy Highway Sq Plaza Run Pike "
    "Row Alley Path Crossing Cove"
)
GB_SUFFIXES = items(
    "Road Road Road Street Street Street Lane Lane Avenue Avenue Close Close Drive Drive Crescent Gardens Grove Place "
    "Terrace Way Walk Court Square Mews Hill Row Park Rise View Gate Green Rd Rd St Ave Cres. Parade Mount Wharf Yard "
    "Vale Bank Croft"
)
#: What else English streets are called: invented addresses have them as often as the usual ones.
RARE_SUFFIXES = items(
    "Mews Gate Green Common Rise View Vale Walk Walks Glen Grove Heights Meadow Meadows Orchard Park Parade Point Port "
    "Isle Isles Ports Bend Hollow Landing Knoll Knolls Ridge Creek Vista Cliff Cliffs Station Spur Bypass Trace Pass "
    "Fork "
    "Forks Stravenue Viaduct Harbor Harbors Shoal Shoals Ways Well Wells Xing Causeway Estate Estates Oval Circus Rue "
    "Camp Canyon Club Corner Corners Course Dale Dam Divide Extension Falls Ferry Field Fields Flat Flats Ford Fords "
    "Forest Forge Fort Freeway Gardens Gateway Groves Haven Hill Hills Inlet Island Islands Junction Key Keys Lake "
    "Lakes "
    "Light Locks Lodge Loop Mall Manor Mill Mills Mission Motorway Mount Mountain Neck Overpass Parkways Passage Pine "
    "Pines Plain Plains Plaza Prairie Radial Ramp Ranch Rapids River Skyway Spring Springs Squares Stream Summit "
    "Throughway Track Trafficway Tunnel Turnpike Union Unions Valley Village Ville Alley Annex Arcade Bayou Bluff "
    "Bottom "
    "Branch Brook Burg Crest Crossroad Curve Crescent Esplanade Quay Wynd Brae Dr. Ln. Pl. Ct. Cir. Ter. Hwy. Pkwy. "
    "Bvd "
    "Cres Cl Gdns Sq. Tce"
)
BRITISH_COUNTIES = items(
    "Kent, Surrey, Essex, West Yorkshire, Lancs, Devon, Hants, Herts, Bucks, Oxon, Cheshire, Norfolk, Suffolk, "
    "Cornwall, "
    "Somerset, Dorset, Cumbria, Notts, Derbyshire, Staffs, Co. Durham, Tyne and Wear, Midlothian, Fife, Gwynedd, Co. "
    "Antrim"
)
IRISH_COUNTIES = items("Cork, Galway, Mayo, Kerry, Clare, Sligo, Donegal, Meath, Wicklow, Kildare, Wexford, Louth")
STEMS_DE = items(
    "Haupt, Bahnhof, Garten, Schul, Dorf, Berg, Wald, Wiesen, Kirch, Linden, Eichen, Buchen, Birken, Tannen, Fichten, "
    "Ahorn, Kastanien, Erlen, Eschen, Ulmen, Pappel, Weiden, Rosen, Tulpen, Nelken, Flieder, Veilchen, Amsel, Drossel, "
    "Finken, Meisen, Lerchen, Schwalben, Falken, Adler, Kuckucks, Storchen, Fasanen, Reiher, Hirsch, Reh, Fuchs, "
    "Dachs, Hasen, Biber, Mühlen, Bach, Brunnen, See, Ufer, Hafen, Brücken, Fähr, Damm, Deich, Insel, Ring, Markt, "
    "Rathaus, Schloss, Burg, Kloster, Kapellen, Stifts, Pfarr, Post, Ziegelei, Schmiede, Gerber, Töpfer, Weber, "
    "Färber, Metzger, Bäcker, Müller, Schneider, Sattler, Küfer, Fischer, Jäger, Förster, Hirten, Schäfer, Bauern, "
    "Winzer, Reb, Hopfen, Korn, Acker, Feld, Heide, Moor, Sand, Kies, Stein, Lehm, Ton, Eisen, Kupfer, Silber, Gold, "
    "Salz, Kohlen, Gruben, Zechen, Hütten, Werk, Fabrik, Industrie, Gewerbe, Handels, Messe, Flughafen, Turm, Tor, "
    "Wall, Graben, Mauer, Stadt, Nord, Süd, Ost, West, Sonnen, Mond, Sternen, Frühlings, Sommer, Herbst, Winter, "
    "Kaiser, König, Königin, Prinzen, Herzog, Grafen, Bismarck, Goethe, Schiller, Lessing, Heine, Hölderlin, Uhland, "
    "Mörike, Kleist, Fontane, Storm, Eichendorff, Mozart, Beethoven, Bach, Haydn, Schubert, Brahms, Wagner, Dürer, "
    "Cranach, Holbein, Menzel, Siemens, Daimler, Röntgen, Koch, Planck, Einstein, Gauß, Leibniz, Kant, Hegel, Luther, "
    "Melanchthon, Humboldt, Zeppelin, Berliner, Hamburger, Münchner, Frankfurter, Leipziger, Dresdner, Breslauer, "
    "Königsberger, Danziger, Stettiner, Wiener, Prager, Rhein, Main, Neckar, Donau, Isar, Elbe, Weser, Oder, Mosel, "
    "Saar, Lahn, Ruhr, Ems, Spree, Havel, Kirschen, Apfel, Birn, Holunder, Schlehen, Brombeer, Himbeer, Haselnuss, "
    "Nuss, Quitten, Akazien, Platanen, Robinien, Lärchen, Kiefern, Eiben, Wacholder"
)
DE_SUFFIXES = items(
    "straße straße straße straße straße straße str. str. str. str. weg weg weg weg gasse gasse platz allee ring steig "
    "stieg pfad ufer damm graben wall winkel hof berg kamp twiete chaussee redder anger wiese grund siedlung park "
    "zeile promenade"
)
DE_STREETS = items(
    "Am Alten Markt, Am Marktplatz, Am Bahnhof, Am Sportplatz, Am Hang, Am Anger, Am Stadtgraben, Am Kirchberg, Am "
    "Mühlbach, Am Sonnenhang, Am Weiher, Am Wasserturm, Am Lindenhof, Am Steinbruch, Am Waldrand, Am Rebhang, Am "
    "Schlosspark, An der Alster, An der Kirche, An der Mühle, An der Bleiche, An der Stadtmauer, An der Trift, An den "
    "Eichen, An den Weiden, Auf der Höhe, Auf dem Kamp, Auf dem Brand, Auf der Lüften, Hinter der Kirche, Hinter den "
    "Höfen, Im Winkel, Im Grund, Im Brühl, Im Wiesengrund, Im Tal, Im Oberdorf, Im Hagen, Im Gewerbepark, In den Auen, "
    "In der Au, In der Breite, In der Gass, Unter den Linden, Unter den Eichen, Vor dem Tor, Zum Sportplatz, Zum "
    "Bahnhof, Zur Alten Mühle, Zur Eiche, Zum Grünen Tal, Lange Straße, Lange Str., Breite Straße, Hohe Straße, Kurze "
    "Straße, Alte Landstraße, Neue Straße, Obere Hauptstraße, Untere Bachgasse, Alter Postweg, Großer Burstah, Hoher "
    "Weg, Grüner Weg, Krummer Weg, Schwarzer Weg, Oberer Stadtweg, Alter Steinweg, Kleine Gasse, Neuer Wall, "
    "Holländische Reihe, Kurfürstendamm, Schwedter Straße, Reeperbahn, Jungfernstieg, Graben, Naschmarkt, Rennweg, "
    "Obere Donaustraße, Innere Stadt, Franz-Josefs-Kai, Großer Platz, Langer Kamp, Hintere Gasse, Vordere Gasse, "
    "Mittlere Straße"
)

_US = items(
    "New York; NY, Los Angeles; CA, Chicago; IL, Houston; TX, Phoenix; AZ, Philadelphia; PA, San Antonio; TX, San "
    "Diego; CA, Dallas; TX, Austin; TX, Jacksonville; FL, Columbus; OH, Charlotte; NC, Indianapolis; IN, Seattle; WA, "
    "Denver; CO, Boston; MA, Nashville; TN, Portland; OR, Las Vegas; NV, Detroit; MI, Memphis; TN, Louisville; KY, "
    "Baltimore; MD, Milwaukee; WI, Albuquerque; NM, Tucson; AZ, Fresno; CA, Sacramento; CA, Kansas City; MO, Atlanta; "
    "GA, Omaha; NE, Raleigh; NC, Miami; FL, Cleveland; OH, Tulsa; OK, Oakland; CA, Minneapolis; MN, Wichita; KS, "
    "Arlington; VA, Tampa; FL, New Orleans; LA, Honolulu; HI, Springfield; IL, Springfield; MA, Salem; OR"
)
US_CITIES = tuple(city.replace(";", ",") for city in _US)
IRISH_TOWNS = items(
    "Dublin, Galway, Limerick, Waterford, Drogheda, Dundalk, Swords, Bray, Navan, Kilkenny, Ennis, Carlow, Tralee, Cobh"
)
SPANISH_TOWNS = items(
    "Madrid, Valencia, Sevilla, Murcia, Palma, Bilbao, Alicante, Córdoba, Valladolid, Vigo, Gijón, Vitoria-Gasteiz, "
    "Granada, Elche, Oviedo, Badalona, Cartagena, Terrassa, Jerez de la Frontera, Sabadell, Móstoles, Alcalá de "
    "Henares, Pamplona, Almería, San Sebastián, Burgos, Albacete, Santander, Logroño, Badajoz, Marbella, Huelva, "
    "Mataró, Reus, Ourense, Gandía, Lorca, Ávila"
)
SWISS_TOWNS = items(
    "Zürich, Basel, Bern, Luzern, Winterthur, St. Gallen, Lugano, Biel, Thun, Köniz, Schaffhausen, Chur, Uster, Emmen, "
    "Zug, Kriens, Rapperswil, Dübendorf, Dietikon, Frauenfeld, Wetzikon, Baden, Wil, Kreuzlingen, Kloten, Horgen, "
    "Aarau, Olten, Solothurn, Burgdorf, Langenthal, Herisau, Davos, Arosa, Genève, Lausanne, Neuchâtel, Fribourg, "
    "Sion, Montreux, Nyon, Vevey, Interlaken, Glarus, Altdorf, Sarnen, Stans, Einsiedeln, Wädenswil, Thalwil, "
    "Küsnacht, Männedorf, Liestal, Muttenz, Riehen, Zofingen"
)
SOUTH_AFRICAN_TOWNS = items(
    "Johannesburg, Cape Town, Durban, Pretoria, Port Elizabeth, Bloemfontein, East London, Polokwane, Nelspruit, "
    "Kimberley, Stellenbosch, Paarl, Sandton, Soweto, Centurion, Pietermaritzburg, George, Knysna, Randburg, "
    "Roodepoort, Hermanus"
)
MEXICAN_TOWNS = items(
    "Guadalajara, Monterrey, Puebla, Tijuana, León, Mérida, Querétaro, Cancún, Oaxaca, Toluca, Morelia, Veracruz, "
    "Zapopan, Saltillo"
)
LUXEMBOURG_TOWNS = items(
    "Luxembourg, Esch-sur-Alzette, Differdange, Dudelange, Ettelbruck, Diekirch, Strassen, Bertrange, Wiltz, "
    "Echternach, Remich, Mersch, Grevenmacher, Vianden, Clervaux, Mamer, Bettembourg, Schifflange"
)
COLOMBIAN_TOWNS = items(
    "Bogotá, Medellín, Cali, Barranquilla, Cartagena, Cúcuta, Pereira, Ibagué, Santa Marta, Armenia"
)
CHILEAN_TOWNS = items(
    "Santiago, Providencia, Las Condes, Viña del Mar, Valparaíso, Concepción, La Serena, Rancagua, Iquique"
)
PERUVIAN_TOWNS = items("Lima, Miraflores, Callao, Trujillo, Chiclayo, Piura, Huancayo, Iquitos, Tacna, San Isidro")
SLOVAK_TOWNS = items("Bratislava, Košice, Prešov, Žilina, Nitra, Trnava, Trenčín, Poprad, Piešťany, Banská Bystrica")
#: Towns of the countries that nothing else knows.
MORE_TOWNS: dict[str, tuple[str, ...]] = {
    "is": items(
        "Reykjavík, Kópavogur, Hafnarfjörður, Akureyri, Keflavík, Garðabær, Selfoss, Akranes, Ísafjörður, Egilsstaðir, "
        "Húsavík, Borgarnes, Höfn, Grindavík, Hveragerði, Mosfellsbær, Seltjarnarnes, Dalvík, Ólafsfjörður"
    ),
    "si": items(
        "Ljubljana, Maribor, Celje, Kranj, Koper, Velenje, Novo mesto, Ptuj, Kamnik, Jesenice, Bled, Piran, Izola, "
        "Postojna, Murska Sobota, Škofja Loka, Domžale, Nova Gorica"
    ),
    "ua": items(
        "Kyiv, Lviv, Odesa, Kharkiv, Dnipro, Vinnytsia, Poltava, Chernihiv, Cherkasy, Zhytomyr, Sumy, Uzhhorod"
    ),
    "bg": items("Sofia, Plovdiv, Varna, Burgas, Ruse, Stara Zagora, Pleven, Sliven, Dobrich, Shumen, Pernik, Haskovo"),
    "jp": items(
        "Tokyo, Osaka, Kyoto, Nagoya, Sapporo, Fukuoka, Kobe, Yokohama, Sendai, Hiroshima, Nara, Kanazawa, Niigata, "
        "Nagasaki, Chiba, Saitama, Okayama, Matsuyama, Kumamoto, Kagoshima"
    ),
    "kr": items(
        "Seoul, Busan, Incheon, Daegu, Daejeon, Gwangju, Suwon, Ulsan, Jeju, Jeonju, Changwon, Cheongju, Gangneung"
    ),
    "il": items("Tel Aviv, Jerusalem, Haifa, Beersheba, Netanya, Ashdod, Eilat, Herzliya, Rehovot, Ramat Gan, Holon"),
    "ke": items("Nairobi, Mombasa, Kisumu, Nakuru, Eldoret, Thika, Malindi, Nyeri, Machakos, Kitale, Naivasha, Lamu"),
    "ph": items(
        "Manila, Quezon City, Cebu City, Davao, Makati, Pasig, Taguig, Baguio, Iloilo City, Bacolod, Zamboanga, "
        "Dumaguete"
    ),
    "th": items(
        "Bangkok, Chiang Mai, Phuket, Pattaya, Khon Kaen, Hat Yai, Udon Thani, Nonthaburi, Chiang Rai, Hua Hin"
    ),
}
#: Country, locale and list of the towns that Faker knows.
FAKER_TOWNS = (
    ("de", "de_DE", "cities"),
    ("at", "de_AT", "cities"),
    ("it", "it_IT", "cities"),
    ("nl", "nl_NL", "cities"),
    ("be", "nl_BE", "cities"),
    ("pt", "pt_PT", "concelhos"),
    ("pl", "pl_PL", "cities"),
    ("cz", "cs_CZ", "cities"),
    ("se", "sv_SE", "cities"),
    ("dk", "da_DK", "cities"),
    ("fi", "fi_FI", "cities"),
    ("hu", "hu_HU", "real_city_names"),
    ("ro", "ro_RO", "cities"),
    ("hr", "hr_HR", "cities"),
    ("in", "en_IN", "cities"),
)
NORWEGIAN_TOWNS = items(
    "Oslo, Bergen, Trondheim, Stavanger, Tromsø, Drammen, Kristiansand, Ålesund, Bodø, Hamar, Molde, Narvik, Moss"
)

COUNTRY_NAMES: dict[str, tuple[str, str]] = {
    "us": ("USA", "USA"),
    "gb": ("United Kingdom", "Großbritannien"),
    "ie": ("Ireland", "Irland"),
    "ca": ("Canada", "Kanada"),
    "au": ("Australia", "Australien"),
    "nz": ("New Zealand", "Neuseeland"),
    "in": ("India", "Indien"),
    "za": ("South Africa", "Südafrika"),
    "de": ("Germany", "Deutschland"),
    "at": ("Austria", "Österreich"),
    "ch": ("Switzerland", "Schweiz"),
    "fr": ("France", "Frankreich"),
    "be": ("Belgium", "Belgien"),
    "es": ("Spain", "Spanien"),
    "mx": ("Mexico", "Mexiko"),
    "it": ("Italy", "Italien"),
    "nl": ("Netherlands", "Niederlande"),
    "pt": ("Portugal", "Portugal"),
    "br": ("Brazil", "Brasilien"),
    "pl": ("Poland", "Polen"),
    "cz": ("Czech Republic", "Tschechien"),
    "se": ("Sweden", "Schweden"),
    "dk": ("Denmark", "Dänemark"),
    "no": ("Norway", "Norwegen"),
    "fi": ("Finland", "Finnland"),
    "hu": ("Hungary", "Ungarn"),
    "ro": ("Romania", "Rumänien"),
    "hr": ("Croatia", "Kroatien"),
    "tr": ("Turkey", "Türkei"),
    "lu": ("Luxembourg", "Luxemburg"),
    "ar": ("Argentina", "Argentinien"),
    "co": ("Colombia", "Kolumbien"),
    "cl": ("Chile", "Chile"),
    "pe": ("Peru", "Peru"),
    "gr": ("Greece", "Griechenland"),
    "is": ("Iceland", "Island"),
    "jp": ("Japan", "Japan"),
    "cn": ("China", "China"),
    "kr": ("South Korea", "Südkorea"),
    "lt": ("Lithuania", "Litauen"),
    "lv": ("Latvia", "Lettland"),
    "ee": ("Estonia", "Estland"),
    "sk": ("Slovakia", "Slowakei"),
    "si": ("Slovenia", "Slowenien"),
    "ua": ("Ukraine", "Ukraine"),
    "bg": ("Bulgaria", "Bulgarien"),
    "il": ("Israel", "Israel"),
    "ng": ("Nigeria", "Nigeria"),
    "ke": ("Kenya", "Kenia"),
    "pk": ("Pakistan", "Pakistan"),
    "id": ("Indonesia", "Indonesien"),
    "ph": ("Philippines", "Philippinen"),
    "th": ("Thailand", "Thailand"),
    "vn": ("Vietnam", "Vietnam"),
}
#: As a country calls itself, where that is written with Latin letters.
LOCAL_NAMES = {
    "de": "Deutschland", "at": "Österreich", "ch": "Suisse", "fr": "France", "be": "België", "es": "España",
    "mx": "México",
    "it": "Italia", "nl": "Nederland", "br": "Brasil", "pl": "Polska", "cz": "Česká republika", "se": "Sverige",
    "dk": "Danmark", "no": "Norge", "fi": "Suomi", "hu": "Magyarország", "ro": "România", "hr": "Hrvatska",
    "tr": "Türkiye",
    "is": "Ísland", "pe": "Perú", "sk": "Slovensko", "si": "Slovenija", "lt": "Lietuva", "lv": "Latvija", "ee": "Eesti",
    "gr": "Hellas", "vn": "Việt Nam", "ie": "Éire",
}  # fmt: skip
OTHER_COUNTRIES = (
    items(
        "Japan, China, South Korea, Vietnam, Thailand, Indonesia, Malaysia, Singapore, Philippines, Egypt, Morocco, "
        "Nigeria, Kenya, Ghana, Argentina, Chile, Colombia, Peru, Ukraine, Greece, Bulgaria, Serbia, Slovakia, "
        "Slovenia, Estonia, Latvia, Lithuania, Iceland, Israel, Lebanon, Jordan, Qatar, United Arab Emirates, Saudi "
        "Arabia, Pakistan, Bangladesh, Sri Lanka, UK, U.S., England, Scotland, Wales"
    ),
    items(
        "Japan, China, Südkorea, Vietnam, Thailand, Indonesien, Malaysia, Singapur, Philippinen, Ägypten, Marokko, "
        "Nigeria, Kenia, Ghana, Argentinien, Chile, Kolumbien, Peru, Ukraine, Griechenland, Bulgarien, Serbien, "
        "Slowakei, Slowenien, Estland, Lettland, Litauen, Island, Israel, Libanon, Jordanien, Katar, Pakistan, USA, "
        "England, Schottland, Luxemburg, Liechtenstein, Österreich, Schweiz"
    ),
)
REGIONS = (
    items(
        "Texas, California, Ohio, Oregon, Florida, Georgia, Michigan, Virginia, Vermont, Maine, Nevada, Utah, "
        "Colorado, Montana, Kentucky, Tennessee, Louisiana, Minnesota, Wisconsin, Ontario, Quebec, Alberta, British "
        "Columbia, New South Wales, Queensland, Tasmania, Yorkshire, Cornwall, Devon, Kent, Sussex, Norfolk, Cumbria, "
        "Lancashire, Essex, County Cork, County Mayo, Kerala, Punjab, Gujarat, the Midlands, East Anglia, the "
        "Highlands, Bavaria, Tuscany, Provence, Catalonia, New England, the Bay Area, Orange County, King County, West "
        "Virginia, North Carolina, South Dakota, Northern Ireland, Greater Manchester, the Midwest, Western Cape"
    ),
    items(
        "Bayern, Hessen, Sachsen, Thüringen, Brandenburg, Niedersachsen, Schleswig-Holstein, Baden-Württemberg, "
        "Nordrhein-Westfalen, NRW, Rheinland-Pfalz, Saarland, Sachsen-Anhalt, Mecklenburg-Vorpommern, Tirol, "
        "Steiermark, Kärnten, Vorarlberg, Oberösterreich, Niederösterreich, Burgenland, Wallis, Graubünden, Tessin, "
        "Oberbayern, Franken, Mittelfranken, Allgäu, Schwarzwald, Ruhrgebiet, Münsterland, Emsland, Eifel, Harz, "
        "Schwaben, Oberlausitz, Pfalz, Uckermark, Rhein-Main-Gebiet, Kanton Zürich, Kanton Bern, Landkreis Böblingen, "
        "Rhein-Neckar-Kreis, Toskana, Südtirol, Elsass, Bretagne, Katalonien, Ostfriesland, Rügen, Bodenseekreis"
    ),
)

NICKNAMES: dict[str, tuple[str, ...]] = {
    "Robert": ("Bob", "Rob", "Bobby"),
    "William": ("Bill", "Will", "Billy"),
    "Elizabeth": ("Liz", "Beth", "Lizzie"),
    "Margaret": ("Maggie", "Peggy", "Meg"),
    "Richard": ("Rick", "Dick", "Rich"),
    "Katherine": ("Kate", "Kathy", "Kat"),
    "Michael": ("Mike", "Michi", "Mick"),
    "James": ("Jim", "Jimmy", "Jamie"),
    "Thomas": ("Tom", "Tommy"),
    "Edward": ("Ed", "Ted", "Eddie"),
    "Andreas": ("Andi", "Andy"),
    "Stefan": ("Steff", "Stefan"),
    "Wolfgang": ("Wolfi", "Wolf"),
    "Johannes": ("Hannes", "Jo"),
    "Katharina": ("Kathi", "Kati", "Rina"),
    "Elisabeth": ("Lisi", "Sisi", "Elli"),
    "Sebastian": ("Basti", "Seb"),
    "Susanne": ("Susi", "Sanne"),
    "Alexander": ("Alex", "Sascha", "Xander"),
    "Josef": ("Sepp", "Seppi", "Beppo"),
    "Francisco": ("Paco", "Pancho", "Fran", "Chico"),
    "José": ("Pepe", "Zé", "Pepito"),
    "Dolores": ("Lola", "Loli"),
    "Ignacio": ("Nacho",),
    "Manuel": ("Manolo", "Manu", "Lolo"),
    "Guadalupe": ("Lupe", "Lupita"),
    "Concepción": ("Concha", "Conchi"),
    "Alejandro": ("Álex", "Jandro"),
    "Antoine": ("Toine", "Tonio"),
    "Frédéric": ("Fred", "Fredo"),
    "Nicolas": ("Nico",),
    "Christophe": ("Chris", "Kiki"),
    "Véronique": ("Véro",),
    "Catherine": ("Cathy", "Cath"),
    "Giuseppe": ("Beppe", "Peppe", "Pino"),
    "Giovanni": ("Gianni", "Nanni", "Vanni"),
    "Francesca": ("Franca", "Checca"),
    "Johan": ("Joop", "Jo"),
    "Antônio": ("Toninho", "Tonho"),
}
NICKS = items(
    "Bob Bill Liz Beth Maggie Rick Kate Mike Jim Tom Ted Andi Wolfi Hannes Kathi Lisi Basti Susi Alex Sepp Manni Uschi "
    "Gabi Ossi Heinzi Biggi Moni Ully Rolli Charly Jojo Mimi Kiki Gigi Toni Nico Nele Matze Kalle Hansi Franzi Resi "
    "Vroni Zenzi Flo Domi Luki Maxi Schorsch Chuck Hank Buddy Buck Tex Skip Scotty Sully Mack Mickey Penny Trudy Ginny "
    "Becky Mandy Sandy Trish Jules Jaz Baz Gaz Daz Shaz Dev Raj Nate Zach Cody Ty Max Gus Abe Benny Lenny Manny Sid "
    "Stu Vinnie Tonya Dee Dot Ellie Evie Fi Jem Jess Jo Lexi Livvy Lottie Millie Tilly"
)
#: Short forms and nicknames that are at home in a language.
NICKS_OF: dict[str, tuple[str, ...]] = {
    "fr": items(
        "Manu Titi Lulu Fred Nico Momo Véro Cathy Juju Toto Loulou Babeth Jojo Kiki Seb Ludo Flo Alex Steph Caro "
        "Domi Jeff "
        "Nono Philou Bibi Dédé Gégé Mimi Nanou Riri Zaza Zizou Mado Suzon Margot Ninon Lili Coco Doudou Gus Max Vava "
        "Clem Théo"
    ),
    "es": items(
        "Pepe Paco Lola Nacho Manolo Chema Quique Charo Pili Maite Beto Memo Chuy Lupita Toni Pepa Paqui Loli Merche "
        "Conchi "
        "Nando Fer Rafa Javi Santi Guille Dani Álex Cris Marisa Maribel Juanjo Josemi Pancho Lalo Meche Chelo Tere "
        "Chus Kike "
        "Curro Nano Tito Yoli Vane Susi"
    ),
    "it": items(
        "Beppe Gigi Pino Nino Lele Mimmo Ciccio Totò Peppe Enzo Renzo Dado Ale Fede Vale Giò Lalla Nina Tina Rosi "
        "Ornella "
        "Gianni Nanni Sandro Lello Tato Bepi Cicci Manu Robi Michi Ricky Dodo"
    ),
    "nl": items(
        "Joop Kees Bas Sjaak Miep Truus Jaap Wim Henk Piet Jan Ria Ans Toos Bep Nel Fien Loes Mieke Riet Gijs Teun "
        "Daan Sjors "
        "Bram Sander Jopie Keesje Annie Corrie Tinus Rinus Harm Dirkje Puck"
    ),
    "pt": items(
        "Zé Chico Tonho Lulu Cacá Nando Bia Duda Guga Zeca Tó Quim Nela Mena Lena Xana Toninho Beto Dudu Gabi Rafa "
        "Juju Lili "
        "Nanda Carol Tati Fê Leo Vini Jô Zito Neco Manel Chica Micas Tina"
    ),
}
PORTUGUESE_LAST = items(
    "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes "
    "Marques Alves "
    "Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha "
    "Raposo Neves "
    "Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro "
    "Figueiredo "
    "Azevedo Freitas Miranda Borges Amaral Barros Batista Bezerra Braga Brito Caldeira Câmara Campos Cerqueira "
    "Chaves Couto "
    "Diniz Duarte Esteves Falcão Farias Galvão Garrido Godinho Guerreiro Guimarães Henriques Lacerda Leal Leite Lima "
    "Macedo "
    "Magalhães Medeiros Mesquita Morais Moura Nogueira Pacheco Peixoto Pimentel Portela Queiroz Rangel Sá Salgado "
    "Sequeira "
    "Serrano Siqueira Toledo Valente Vasconcelos Vaz Veloso Ventura Vilela Xavier Zanetti Abreu Aguiar Assunção "
    "Bento Bragança "
    "Calado Cordeiro Dantas Feitosa Furtado Gouveia Jardim Lobato Maia Nóbrega Paixão Quaresma Rebelo Sardinha "
    "Trindade Viana"
)
SPANISH_LAST = items(
    "de la Fuente, de la Torre, del Río, de la Cruz, de León, de la Rosa, del Castillo, de la Vega, del Valle, de la "
    "Peña, "
    "de Miguel, de los Santos, del Olmo, de Diego, del Pozo, de la Iglesia, del Campo, de Castro, Echeverría, "
    "Etxeberria, "
    "Puigdomènech, Feijóo, Goikoetxea, Otxoa, Quispe, Mamani, Huamán, Restrepo, Zapata, Cienfuegos, Iturralde, "
    "Belmonte, "
    "Casanova, Alarcón, Villanueva, Montenegro, Salvatierra, Arizmendi, Olazábal, Bustamante"
)
FRENCH_LAST = items(
    "Le Gall, Le Goff, Le Roux, Kerbrat, Guivarc'h, Dieudonné, Chevallier, Boisvert, Tremblay, Lachance, Desrosiers, "
    "Bélanger, "
    "Gauthier, Deschamps, Delacroix, Dubreuil, Vasseur, Lenoir, Castaing, Etcheverry, Peyrissac, Rouquette, Bonnefoy, "
    "Charpentier, Vandenbroucke, Wauters, Declercq, Schmitt, Muller, Oberlé, Zumthor, Favre, Rochat, Cissé, Diallo, "
    "Traoré, "
    "N'Diaye, Benali, Bouzid, Cherif, Belkacem, Mbappé, Nguyen, de Villeneuve, de Montfort, de la Roche, d'Aubigny, "
    "d'Estaing"
)
PARTICLES: dict[str, tuple[str, ...]] = {
    "de": ("von", "von", "von der", "vom", "zu", "von und zu", "von den"),
    "at": ("von", "von"),
    "nl": ("van", "van der", "van den", "de", "van de", "ter", "ten", "in 't", "van 't"),
    "fr": ("de", "du", "de la", "Le", "La"),
    "it": ("Di", "De", "Della", "Lo", "Del"),
    "es": ("de", "de la", "del", "de los"),
    "pt": ("da", "dos", "de", "do"),
    "pk": ("al-", "bin ", "Al ", "El ", "ibn "),
    "no": ("von", "af"),
    "gb": ("de", "St. ", "Mc", "Mac"),
    "ie": ("O'", "Mc", "Mac", "Ó ", "Ní "),
    "us": ("Mc", "O'", "Van ", "De", "La", "St. ", "D'"),
}

#: Towns that texts are about more often than about others.
BIG_TOWNS: dict[str, tuple[str, ...]] = {
    "de": items(
        "Berlin, Hamburg, München, Köln, Frankfurt am Main, Frankfurt, Stuttgart, Düsseldorf, Leipzig, Dortmund, "
        "Essen, Bremen, Dresden, Hannover, Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster, Mannheim, "
        "Karlsruhe, Augsburg, Wiesbaden, Mönchengladbach, Gelsenkirchen, Aachen, Braunschweig, Chemnitz, Kiel, Halle "
        "(Saale), Magdeburg, Freiburg, Freiburg im Breisgau, Krefeld, Mainz, Lübeck, Erfurt, Oberhausen, Rostock, "
        "Kassel, Hagen, Potsdam, Saarbrücken, Hamm, Ludwigshafen, Oldenburg, Osnabrück, Leverkusen, Heidelberg, "
        "Darmstadt, Solingen, Regensburg, Herne, Paderborn, Neuss, Ingolstadt, Offenbach, Fürth, Ulm, Heilbronn, "
        "Pforzheim, Würzburg, Wolfsburg, Göttingen, Bottrop, Reutlingen, Koblenz, Erlangen, Bremerhaven, Remscheid, "
        "Jena, Trier, Salzgitter, Moers, Siegen, Gütersloh, Hildesheim, Cottbus, Kaiserslautern, Witten, Esslingen, "
        "Hanau, Ludwigsburg, Gera, Flensburg, Tübingen, Konstanz"
    ),
    "at": items(
        "Wien, Wien, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Villach, Wels, Sankt Pölten, Dornbirn, Wiener "
        "Neustadt, Steyr, Feldkirch, Bregenz, Leonding"
    ),
    "ch": items(
        "Zürich, Genf, Basel, Lausanne, Bern, Winterthur, Luzern, St. Gallen, Lugano, Biel, Thun, Bellinzona, Köniz, "
        "Schaffhausen, Chur, Zug"
    ),
    "us": US_CITIES,
    "gb": items(
        "London, Birmingham, Leeds, Glasgow, Sheffield, Manchester, Edinburgh, Liverpool, Bristol, Cardiff, Leicester, "
        "Coventry, Nottingham, Newcastle upon Tyne, Belfast, Brighton, Hull, Plymouth, Wolverhampton, Stoke-on-Trent, "
        "Derby, Swansea, Southampton, Portsmouth, York, Aberdeen, Peterborough, Dundee, Lancaster, Oxford, Cambridge, "
        "Norwich, Exeter, Gloucester, Bath, Winchester, Ipswich, Reading, Luton, Swindon, Northampton, Bournemouth, "
        "Blackpool, Preston, Bolton, Stockport, Croydon, Wimbledon, Ealing, Hackney, Camden, Islington, Richmond, "
        "Kingston, Harrow, Slough, Watford, Chelmsford, Colchester, Canterbury, Hove"
    ),
    "fr": items(
        "Paris, Marseille, Lyon, Toulouse, Nice, Nantes, Montpellier, Strasbourg, Bordeaux, Lille, Rennes, Reims, "
        "Toulon, Grenoble, Dijon, Angers, Nîmes"
    ),
    "it": items(
        "Roma, Milano, Napoli, Torino, Palermo, Genova, Bologna, Firenze, Bari, Catania, Venezia, Verona, Messina, "
        "Padova, Trieste, Brescia, Parma, Modena"
    ),
    "nl": items(
        "Amsterdam, Rotterdam, Den Haag, Utrecht, Eindhoven, Groningen, Tilburg, Almere, Breda, Nijmegen, Arnhem, "
        "Haarlem, Maastricht, Leiden, Delft, Zwolle"
    ),
    "es": items(
        "Madrid, Barcelona, Valencia, Sevilla, Zaragoza, Málaga, Murcia, Palma, Bilbao, Alicante, Córdoba, Valladolid, "
        "Vigo, Gijón, Granada, A Coruña, Vitoria, Pamplona, Santander, Toledo, Salamanca, Cádiz, Jaén, León, Girona"
    ),
    "pt": items(
        "Lisboa, Porto, Braga, Coimbra, Aveiro, Faro, Setúbal, Évora, Funchal, Viseu, Leiria, Guimarães, Cascais, "
        "Sintra, Almada, Amadora, Vila Nova de Gaia, Matosinhos"
    ),
    "br": items(
        "São Paulo - SP, Rio de Janeiro - RJ, Brasília - DF, Salvador - BA, Fortaleza - CE, Belo Horizonte - MG, "
        "Manaus - "
        "AM, Curitiba - PR, Recife - PE, Porto Alegre - RS, Goiânia - GO, Belém - PA, Campinas - SP, Florianópolis - "
        "SC, "
        "Natal - RN, Vitória - ES, Santos - SP, Niterói - RJ, Maceió - AL, João Pessoa - PB"
    ),
    "mx": items(
        "Ciudad de México, Guadalajara, Monterrey, Puebla, Tijuana, León, Mérida, Querétaro, Cancún, Oaxaca, Toluca, "
        "Morelia, Veracruz, Hermosillo, Chihuahua, Saltillo, Culiacán, Acapulco, Coyoacán, Zapopan"
    ),
    "ar": items(
        "Buenos Aires, Córdoba, Rosario, Mendoza, La Plata, Mar del Plata, Salta, Santa Fe, Neuquén, Bariloche, "
        "Ushuaia, "
        "San Juan, Posadas, Quilmes, Lanús"
    ),
    "be": items(
        "Bruxelles, Antwerpen, Gent, Liège, Charleroi, Namur, Brugge, Leuven, Mons, Mechelen, Hasselt, Oostende, "
        "Kortrijk, "
        "Tournai, Verviers, Genk, Ixelles, Uccle"
    ),
    "au": items(
        "Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra, Hobart, Darwin, Newcastle, Geelong, Cairns, "
        "Townsville, Ballarat, Bendigo, Wollongong"
    ),
}
#: Firms that everybody knows, in the shapes that texts give them.
FAMOUS = items(
    "Siemens, Siemens AG, Bosch, Robert Bosch GmbH, BMW, BMW Group, Volkswagen, Volkswagen AG, Daimler, Mercedes-Benz "
    "Group AG, Audi, Porsche AG, Allianz, Allianz SE, Deutsche Bank, Deutsche Bank AG, Commerzbank, Deutsche Telekom, "
    "Telekom, Vodafone, Vodafone GmbH, O2, SAP, SAP SE, BASF, Bayer, Bayer AG, Henkel, Lufthansa, Deutsche Bahn, "
    "Deutsche Bahn AG, DHL, Hermes, DPD, UPS, FedEx, Amazon, Amazon EU S.à r.l., Google, Google LLC, Microsoft, "
    "Microsoft Corporation, Apple, Apple Inc., Meta, Netflix, IBM, Intel, Oracle, Cisco, Dell, HP, Samsung, Sony, "
    "Toyota, Honda, Nissan, General Motors, General Electric, Boeing, Airbus, Lockheed Martin, Walmart, Target, "
    "Costco, Tesco, Sainsbury's, Lidl, Aldi, Aldi Süd, Edeka, Rewe, dm, Rossmann, Ikea, Zalando, Otto, eBay, PayPal, "
    "Visa, Mastercard, HSBC, Barclays, Lloyds Bank, NatWest, Santander, Bank of America, Wells Fargo, JPMorgan Chase, "
    "Citibank, Goldman Sachs, Morgan Stanley, UBS, Credit Suisse, Raiffeisen, Erste Bank, ÖBB, SBB, Migros, Coop, "
    "Nestlé, Novartis, Roche, Pfizer, Johnson & Johnson, AstraZeneca, GlaxoSmithKline, Shell, BP, ExxonMobil, E.ON, "
    "RWE, Vattenfall, EnBW, British Airways, Ryanair, easyJet, Delta Air Lines, United Airlines, AT&T, Verizon, "
    "T-Mobile, Comcast, BT, Sky, British Gas, Uber, Airbnb, Booking.com, AXA, HUK-COBURG, ERGO, Generali, Techniker "
    "Krankenkasse, AOK, Barmer, DAK-Gesundheit, Sparkasse, Postbank, ING, N26, Comdirect, Procter & Gamble, Unilever, "
    "PwC, KPMG, Carrefour, Auchan, Leclerc, Leroy Merlin, Decathlon, SNCF, RATP, EDF, Engie, Orange, SFR, Bouygues "
    "Telecom, "
    "Free, La Poste, BNP Paribas, Société Générale, Crédit Agricole, Crédit Mutuel, La Banque Postale, MAIF, MACIF, "
    "Renault, "
    "Peugeot, Michelin, TotalEnergies, Air France, Fnac, Darty, Sanofi, L'Oréal, Danone, Mercadona, El Corte Inglés, "
    "Inditex, "
    "Zara, Telefónica, Movistar, Iberdrola, Endesa, Naturgy, Repsol, Renfe, Iberia, BBVA, CaixaBank, Banco "
    "Santander, Mapfre, "
    "Correos, Seat, Cemex, Banorte, Femsa, Bancolombia, Mercado Libre, Ferrovial, Enel, Eni, TIM, Poste Italiane, "
    "UniCredit, "
    "Intesa Sanpaolo, Trenitalia, Esselunga, Ferrero, Barilla, Fiat, Pirelli, Unipol, Albert Heijn, Jumbo, Bol.com, "
    "KPN, "
    "Ziggo, Rabobank, ABN AMRO, ING Bank, Philips, Heineken, KLM, NS, PostNL, Essent, Colruyt, KBC, Belfius, Proximus, "
    "Pingo Doce, Continente, EDP, Galp, CTT, MEO, NOS, TAP, Caixa Geral de Depósitos, Millennium bcp, Novo Banco, "
    "Itaú, "
    "Bradesco, Banco do Brasil, Petrobras, Vale, Natura, Magazine Luiza, Nubank, Embraer"
)
HOUSES = items("Cottage House Barn Lodge Farm Hall Villa Court")
