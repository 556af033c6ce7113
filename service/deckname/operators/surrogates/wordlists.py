"""Words that stay where the names around them go, and other lists."""

from __future__ import annotations

#: Titles, and what follows a name.
TITLES = "mr mrs ms dr prof herr frau mme mlle jr sr ii iii iv phd"
#: Particles of names, where they are written small.
JOINTS = (
    "von van der den de la del della di da das do dos du des le les al el bin ibn bint ben ter ten te zu zum zur "
    "vom am und and y e et en i st af av op het san santa mac"
)
#: Particles that are no names of their own even with a capital.
CAPITAL_JOINTS = "von van der den de la del della di da du bin ibn al el"
#: Mailboxes of nobody.
ROLES = (
    "info office sales contact admin support noreply no reply mail kontakt hello team service jobs press billing "
    "abuse postmaster webmaster root help"
)
#: How the syllables of invented domains begin.
ONSETS = "b c d f g h k l m n p r s t v w z br dr gr kl pl st tr"
#: Area codes of the United States.
AREAS = (
    "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 "
    "252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 "
    "319 320 321 323 325 330 331 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 "
    "413 414 415 417 419 423 424 425 430 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 "
    "510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 580 585 586 601 602 603 "
    "605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 "
    "682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763 "
    "765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 "
    "832 843 845 847 850 856 857 858 859 860 862 863 864 865 870 878 901 903 904 906 907 908 909 910 912 913 914 "
    "915 916 917 918 919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 "
    "989"
)
#: Kinds of streets.
STREETS = (
    "street st str straße strasse avenue ave av road rd lane ln drive dr boulevard blvd bd way court ct close "
    "crescent terrace square sq place pl plaza park parkway pkwy highway hwy circle cir trail mews rue chemin "
    "impasse allée quai route cours passage calle avenida paseo camino carrer ronda rua travessa praça estrada "
    "largo via viale corso piazza vicolo strada weg gasse platz allee ring damm ufer steig straat laan plein gracht "
    "kade dreef ulica ul aleja al gatan vägen gade vej katu tie utca út"
)
#: Parts of houses, directions, and the small words between.
HOUSES = (
    "apartment apt flat unit suite ste floor fl etage stock wohnung og eg whg piso puerta esc escalera interno int "
    "bus box postfach po p o north south east west n s e w nw ne sw se of the a an am der im in auf zum zur den dem "
    "de del la le les lo los las el du des d da do dos di della dei delle van het ter ten bei unter und and y et c "
    "nr no nº bis quater app postal code plz cedex county district building bldg room zimmer bad san santa sankt "
    "saint sainte"
)
#: The states of the United States, in the order of their names.
STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
#: Forms of companies, kinds of bodies, and the small words between.
FORMS = (
    "inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg ohg ug se mbh gbr ev eg "
    "kgaa sa sas sarl sasu sci srl spa snc sl slu bv nv vof cv ab as asa oy oyj aps kft rt zrt sp z oo doo lda ltda "
    "pty holding holdings group gruppe groupe grupo gruppo international global university universität université "
    "universidad università universiteit universidade college school schule école escuela scuola hochschule "
    "gymnasium institute institut instituto istituto hospital klinik klinikum krankenhaus clinic clinique clínica "
    "bank banque banco banca sparkasse volksbank insurance versicherung versicherungen church kirche gemeinde "
    "ministry ministerium department amt finanzamt landesamt bundesamt agency association verein verband foundation "
    "stiftung fondation fundación fondazione society gesellschaft club sons brothers partners partner associates "
    "services service solutions systems technologies technology consulting media verlag press studio studios "
    "research center centre zentrum of the and und et y e für for fur der die das de des du la le les del di da von "
    "van am im in zu at"
)
#: Beginnings of ZIP codes in which 20,000 people live or fewer: see ``deckname.operators.general``.
SPARSE_ZIPS = "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893"
#: Types whose values are numbers of some register.
NUMBERS = (
    "BANK_ACCOUNT NATIONAL_ID PASSPORT DRIVER_LICENSE TAX_ID HEALTH_ID ID_NUMBER LICENSE_PLATE VIN DEVICE_ID "
    "COMPANY_ID BANK_CODE"
)
