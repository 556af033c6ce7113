"""Words of the languages, written for this project: what stands in a text around the names."""

from __future__ import annotations

from .languages import TONGUES
from .lists import items

TITLES = {
    "en": {
        "f": items("Mrs, Mrs., Ms, Ms., Miss, Dr., Dr, Prof., Mrs., Ms., Dame, Rev., Madam"),
        "m": items("Mr, Mr., Mr., Mr, Dr., Dr, Prof., Sir, Rev., Capt., Sgt., Hon., Fr., Judge"),
    },
    "de": {
        "f": items(
            "Frau, Frau, Frau, Frau, Frau Dr., Dr., Prof. Dr., Frau Prof., Fr., Frau Dipl.-Ing., Mag., Frau Mag."
        ),
        "m": items(
            "Herr, Herr, Herr, Herr, Herr Dr., Dr., Prof. Dr., Herr Prof., Hr., Herrn, Dr. med., Dipl.-Ing., Mag., Ing."
        ),
    },
}

ROLES = {
    "en": items(
        "manager, nurse, teacher, software engineer, accountant, sales representative, project manager, head of "
        "marketing, electrician, plumber, carpenter, driver, pharmacist, dentist, doctor, lawyer, solicitor, "
        "paralegal, HR manager, recruiter, receptionist, office manager, data analyst, product owner, team lead, CTO, "
        "CEO, CFO, COO, vice president, director of operations, librarian, chef, waiter, barista, mechanic, pilot, "
        "flight attendant, architect, civil engineer, surveyor, estate agent, landlord, tenant, caretaker, gardener, "
        "social worker, case worker, therapist, physiotherapist, midwife, paramedic, police officer, detective, judge, "
        "clerk, secretary, assistant, intern, apprentice, consultant, auditor, controller, buyer, warehouse worker, "
        "supervisor, site manager, technician, support agent, customer service representative, researcher, professor, "
        "lecturer, student, tutor, coach, referee, journalist, editor, translator, photographer, designer, "
        "illustrator, web developer, system administrator, security officer, compliance officer, data protection "
        "officer, notary, insurance broker, claims adjuster, underwriter, trader"
    ),
    "de": items(
        "Geschäftsführer, Geschäftsführerin, Sachbearbeiter, Sachbearbeiterin, Abteilungsleiter, Teamleiterin, "
        "Projektleiter, Vertriebsleiter, Krankenschwester, Pfleger, Lehrerin, Lehrer, Softwareentwickler, "
        "Buchhalterin, Elektriker, Klempner, Schreiner, Tischlerin, Fahrer, Apothekerin, Zahnarzt, Ärztin, Hausarzt, "
        "Rechtsanwalt, Rechtsanwältin, Notarin, Steuerberater, Personalleiterin, Sekretärin, Assistent der "
        "Geschäftsleitung, Datenanalyst, Produktmanagerin, Vorstand, Prokurist, Bibliothekarin, Koch, Kellnerin, "
        "Mechaniker, Pilotin, Architekt, Bauleiter, Makler, Vermieterin, Mieter, Hausmeister, Gärtner, "
        "Sozialarbeiterin, Therapeutin, Physiotherapeut, Hebamme, Rettungssanitäter, Polizist, Kommissarin, Richter, "
        "Schöffin, Praktikant, Auszubildende, Beraterin, Wirtschaftsprüfer, Einkäufer, Lagerist, Schichtleiter, "
        "Technikerin, Kundenbetreuer, Forscherin, Professor, Dozentin, Studentin, Trainer, Schiedsrichter, "
        "Journalistin, Redakteur, Übersetzerin, Fotograf, Grafikerin, Systemadministrator, Datenschutzbeauftragte, "
        "Versicherungsmakler, Gutachterin, Pfarrer, Bürgermeisterin, Gemeinderat, Vereinsvorsitzende, Kassenwart, "
        "Erzieherin, Tierärztin"
    ),
}

PRODUCTS = {
    "en": items(
        "laptop, wireless mouse, keyboard, monitor stand, office chair, standing desk, desk lamp, printer, toner "
        "cartridge, scanner, webcam, headset, USB cable, docking station, hard drive, memory card, router, power bank, "
        "phone case, tablet, smart watch, fitness tracker, coffee machine, kettle, toaster, blender, food processor, "
        "frying pan, knife set, cutting board, dinner plates, wine glasses, dishwasher, washing machine, tumble dryer, "
        "fridge, freezer, microwave, vacuum cleaner, iron, ironing board, sewing machine, sofa, armchair, bookcase, "
        "coffee table, wardrobe, mattress, pillow, duvet, bed linen, curtains, rug, ceiling lamp, light bulbs, candle, "
        "picture frame, mirror, wallpaper, paint, brush set, drill, screwdriver, hammer, saw, ladder, toolbox, garden "
        "hose, lawn mower, hedge trimmer, wheelbarrow, plant pot, seeds, compost, garden bench, parasol, barbecue, "
        "tent, sleeping bag, rucksack, suitcase, umbrella, raincoat, winter jacket, jumper, jeans, dress, shirt, tie, "
        "belt, socks, trainers, hiking boots, sandals, hat, scarf, gloves, sunglasses, wallet, handbag, bracelet, "
        "necklace, earrings, wristwatch, perfume, shampoo, soap, toothbrush, hairdryer, razor, first aid kit, "
        "thermometer, vitamins, cough syrup, bicycle, helmet, bike lock, child seat, pram, scooter, skateboard, "
        "football, tennis racket, yoga mat, dumbbells, treadmill, kayak, fishing rod, chess set, board game, jigsaw "
        "puzzle, doll, toy car, building blocks, notebook, fountain pen, stapler, envelopes, printer paper, calendar, "
        "whiteboard, projector, cookbook, novel, dictionary, map, magazine subscription, gift card, ticket voucher, "
        "cordless phone, baby monitor, smoke alarm, door lock, mailbox, car battery, winter tyres, roof box, engine "
        "oil, brake pads, dog food, cat litter, aquarium, bird feeder, guitar strings, keyboard stand, microphone, "
        "loudspeaker, vinyl record, camera lens, tripod, binoculars, telescope, e-book reader, Model X200, Classic 3.0"
    ),
    "de": items(
        "Laptop, Funkmaus, Tastatur, Monitorhalter, Bürostuhl, Schreibtisch, Schreibtischlampe, Drucker, "
        "Tonerkartusche, Scanner, Webcam, Kopfhörer, USB-Kabel, Dockingstation, Festplatte, Speicherkarte, Router, "
        "Powerbank, Handyhülle, Tablet, Smartwatch, Fitnessarmband, Kaffeemaschine, Wasserkocher, Toaster, Mixer, "
        "Küchenmaschine, Bratpfanne, Messerset, Schneidebrett, Speiseteller, Weingläser, Spülmaschine, Waschmaschine, "
        "Wäschetrockner, Kühlschrank, Gefrierschrank, Mikrowelle, Staubsauger, Bügeleisen, Bügelbrett, Nähmaschine, "
        "Sofa, Sessel, Bücherregal, Couchtisch, Kleiderschrank, Matratze, Kopfkissen, Bettdecke, Bettwäsche, Vorhang, "
        "Teppich, Deckenlampe, Glühbirnen, Kerze, Bilderrahmen, Spiegel, Tapete, Wandfarbe, Pinselset, Bohrmaschine, "
        "Schraubendreher, Hammer, Säge, Leiter, Werkzeugkasten, Gartenschlauch, Rasenmäher, Heckenschere, Schubkarre, "
        "Blumentopf, Saatgut, Blumenerde, Gartenbank, Sonnenschirm, Grill, Zelt, Schlafsack, Rucksack, Koffer, "
        "Regenschirm, Regenjacke, Winterjacke, Pullover, Jeans, Kleid, Hemd, Krawatte, Gürtel, Socken, Turnschuhe, "
        "Wanderschuhe, Sandalen, Mütze, Schal, Handschuhe, Sonnenbrille, Geldbörse, Handtasche, Armband, Halskette, "
        "Ohrringe, Armbanduhr, Parfüm, Shampoo, Seife, Zahnbürste, Föhn, Rasierer, Verbandskasten, Thermometer, "
        "Vitamine, Hustensaft, Fahrrad, Helm, Fahrradschloss, Kindersitz, Kinderwagen, Roller, Skateboard, Fußball, "
        "Tennisschläger, Yogamatte, Hanteln, Laufband, Kajak, Angelrute, Schachspiel, Brettspiel, Puzzle, Puppe, "
        "Spielzeugauto, Bauklötze, Notizbuch, Füller, Tacker, Umschläge, Druckerpapier, Kalender, Whiteboard, Beamer, "
        "Kochbuch, Roman, Wörterbuch, Landkarte, Zeitschriftenabo, Gutschein, Schnurlostelefon, Babyfon, Rauchmelder, "
        "Türschloss, Briefkasten, Autobatterie, Winterreifen, Dachbox, Motoröl, Bremsbeläge, Hundefutter, Katzenstreu, "
        "Aquarium, Vogelhaus, Gitarrensaiten, Mikrofon, Lautsprecher, Schallplatte, Objektiv, Stativ, Fernglas, "
        "Teleskop, E-Book-Reader, Akkuschrauber, Wärmepumpe, Solarmodul, Wechselrichter, Thermostat, Heizkörper, "
        "Duschkopf, Wasserhahn, Dichtungsring, Rohrzange, Modell X200, Klemmbaustein, Brotbackautomat, Entsafter, "
        "Eierkocher, Raclette-Gerät"
    ),
}

NOUNS = {
    "en": items(
        "account action address adult advice afternoon agenda agreement air airport amount animal answer apartment "
        "apple application area argument arrival article attempt audience autumn bag balance ball bank basket bath "
        "battery beach bed benefit bill bird birthday blood board boat body book border bottle bottom box branch bread "
        "break breakfast bridge brother budget building bus business button cable cake camera campaign candle capital "
        "captain car card care case cause ceiling chair challenge chance change chapter charge child choice church "
        "circle claim class climate clock cloth clothes cloud coast coat code coffee collection college colour comment "
        "community company complaint computer concept concert condition conference contact contract control copy "
        "corner cost country course court cover credit culture cup currency customer damage dance data daughter day "
        "deal decision degree delay delivery department design desk detail device dinner direction discount discussion "
        "disease display distance district document dog door doubt draft dream dress drink drive duty edge education "
        "effect effort egg election energy engine entry error evening event evidence example exchange exercise exit "
        "experience expert eye face fact factory failure family farm father fault feature fee feedback field file film "
        "fire fish floor flour flower folder food foot force forest form frame freedom friend fruit fuel function "
        "furniture future game garden gate gift glass goal grass group growth guide hair hall hand harvest head health "
        "heart heat height help history holiday home hope horse hospital hotel hour house idea image impact income "
        "industry insurance interest invoice island issue item job"
    ),
    "de": items(
        "Abend Abfahrt Abschluss Absicht Adresse Akte Alltag Anfang Anfrage Angebot Angst Ankunft Anlage Anleitung "
        "Antrag Antwort Apfel Arbeit Arzt Ast Aufgabe Auftrag Auge Ausgang Auskunft Ausweis Auto Bahn Balkon Ball Bank "
        "Baum Bedarf Bedingung Bericht Beruf Bescheid Beschwerde Besuch Betrag Betrieb Bett Bewerbung Bild Blatt Blick "
        "Blume Boden Boot Brief Brot Brücke Buch Bus Büro Dach Datei Datum Dauer Decke Dienst Ding Dorf Druck Durst "
        "Ecke Ei Eimer Einfluss Eingang Einkauf Einladung Einsatz Eis Eltern Ende Energie Entscheidung Erde Erfahrung "
        "Erfolg Ergebnis Essen Fach Fahrt Fall Familie Farbe Fehler Feier Feld Fenster Ferien Feuer Film Firma Fisch "
        "Flasche Fleisch Flug Fluss Form Frage Freude Freund Frist Frucht Frühling Führung Fuß Garten Gast Gebiet "
        "Gebühr Gefahr Gefühl Geld Gelegenheit Gemeinde Gerät Gericht Geschäft Geschenk Geschichte Gesellschaft Gesetz "
        "Gespräch Gesundheit Gewicht Gewinn Glas Glück Gras Grenze Grund Gruppe Haar Hafen Hand Haus Heft Heizung "
        "Herbst Herz Hilfe Himmel Hinweis Hof Holz Hotel Hund Idee Industrie Inhalt Insel Jahr Kaffee Karte Kasse Kauf "
        "Keller Kind Kirche Klasse Kleid Knopf Koffer Kopf Korb Kosten Kraft Kreis Küche Kunde Kunst Kurs Küste Laden "
        "Lager Lampe Land Lauf Leben Leistung Leitung Licht Liste Luft Markt Maschine Maß Mauer Meer Meinung Menge "
        "Messe Miete Milch Mitglied Mittag Monat Morgen Motor Müll Mutter Nachricht Nacht Netz Nutzen Ofen Ordner Ort "
        "Papier Pause Pflanze Pflicht Plan Platz Preis Problem Prüfung Rad Rand Raum Rechnung Regal Regen Reise "
        "Richtung Ruhe Sache"
    ),
}

ADJECTIVES = {
    "en": items(
        "new old small large early late quick slow cheap expensive clean dirty warm cold bright dark quiet loud heavy "
        "light open closed public private local international green blue red yellow broken fresh dry wet soft hard "
        "simple difficult common rare recent final regular annual monthly weekly digital manual electric wooden "
        "plastic available missing pleasant annoying useful wonderful huge"
    ),
    "de": items(
        "neu alt klein groß früh spät schnell langsam billig teuer sauber schmutzig warm kalt hell dunkel ruhig laut "
        "schwer leicht offen geschlossen öffentlich privat örtlich international grün blau rot gelb kaputt frisch "
        "trocken nass weich hart einfach schwierig häufig selten aktuell endgültig regelmäßig jährlich monatlich "
        "digital elektrisch hölzern verfügbar nützlich wunderbar riesig"
    ),
}

VERBS = {
    "en": items(
        "send receive check open close start finish write read call answer order deliver pay cancel change update "
        "remove add build repair clean cook drive walk travel visit meet discuss decide plan prepare print sign review "
        "test measure install replace confirm forward request accept reject renew extend book reserve compare explain "
        "improve reduce increase store move carry collect"
    ),
    "de": items(
        "senden erhalten prüfen öffnen schließen beginnen beenden schreiben lesen anrufen antworten bestellen liefern "
        "zahlen kündigen ändern aktualisieren entfernen hinzufügen bauen reparieren reinigen kochen fahren gehen "
        "reisen besuchen treffen besprechen entscheiden planen vorbereiten drucken unterschreiben testen messen "
        "einbauen ersetzen bestätigen weiterleiten anfordern annehmen ablehnen verlängern buchen vergleichen erklären "
        "verbessern senken erhöhen lagern tragen sammeln"
    ),
}

SENTENCES = {
    "en": tuple(
        line.strip()
        for line in """
        The delivery will take two to three working days.
        Please find the document attached.
        The weather was better than we had expected.
        Nothing has been decided yet.
        We are looking forward to your reply.
        The meeting room is on the second floor.
        It took longer than planned, but everything works now.
        All prices include tax.
        The heating has been repaired.
        Could you have a look at it when you find the time?
        The results were better than last year.
        There is no need to answer this message.
        The parking lot behind the building is free of charge.
        We apologise for any inconvenience.
        The contract can be cancelled at the end of each month.
        I would rather wait until the new version is out.
        The garden needs some water in summer.
        Most of the boxes are still in the basement.
        The train was late again.
        Let me know if anything is unclear.
        The warranty covers parts and labour.
        He said that it would be fine.
        She had already left when the letter came.
        They could not agree on a price.
        The light in the hall is broken.
        Children under six travel free.
        The new rules apply from next quarter.
        We ran out of coffee this morning.
        The form must be filled in completely.
        Your request is being processed.
        The server was restarted during the night.
        It was raining when we arrived.
        A copy is kept on file.
        The invoice is due within fourteen days.
        Everyone enjoyed the trip.
        The bridge is closed to heavy traffic.
        The recipe calls for more sugar than I like.
        We had a long talk about the budget.
        The patient tolerated the treatment well.
        No further action is required.
        The book is out of print.
        I have no idea how that happened.
        The report will be published in autumn.
        Sales rose slightly in the second half of the year.
        The door was locked and the lights were off.
        Feel free to share this with your colleagues.
        The old printer has finally been replaced.
        The bus stops right in front of the school.
        Our offices are closed on public holidays.
        The committee will meet again next week.
        The colour looks different in daylight.
        The battery lasts about ten hours.
        It is the best soup in town.
        Make sure that the lid is closed.
        The dog sleeps under the table.
        The forecast promises sunshine for the weekend.
        Both sides signed the agreement.
        The material arrived in good condition.
        I will get back to you as soon as I know more.
        The lift is out of order.
        The concert was sold out within minutes.
        The backup runs every night.
        Any help would be appreciated.
        That was all for today.
        """.splitlines()
        if line.strip()
    ),
    "de": tuple(
        line.strip()
        for line in """
        Die Lieferung dauert zwei bis drei Werktage.
        Das Dokument finden Sie im Anhang.
        Das Wetter war besser als erwartet.
        Es ist noch nichts entschieden.
        Wir freuen uns auf Ihre Antwort.
        Der Besprechungsraum liegt im zweiten Stock.
        Es hat länger gedauert als geplant, aber jetzt läuft alles.
        Alle Preise verstehen sich inklusive Mehrwertsteuer.
        Die Heizung ist wieder in Ordnung.
        Könnten Sie sich das bei Gelegenheit ansehen?
        Die Ergebnisse waren besser als im Vorjahr.
        Auf diese Nachricht müssen Sie nicht antworten.
        Der Parkplatz hinter dem Gebäude ist kostenlos.
        Wir bitten, die Unannehmlichkeiten zu entschuldigen.
        Der Vertrag kann zum Ende jedes Monats gekündigt werden.
        Ich warte lieber, bis die neue Version da ist.
        Der Garten braucht im Sommer viel Wasser.
        Die meisten Kisten stehen noch im Keller.
        Der Zug hatte wieder Verspätung.
        Bei Fragen melden Sie sich gern.
        Die Garantie umfasst Material und Arbeitszeit.
        Er meinte, das sei kein Problem.
        Sie war schon weg, als der Brief ankam.
        Über den Preis wurde man sich nicht einig.
        Das Licht im Flur ist kaputt.
        Kinder unter sechs Jahren fahren kostenlos.
        Die neuen Regeln gelten ab dem nächsten Quartal.
        Heute früh war der Kaffee alle.
        Das Formular ist vollständig auszufüllen.
        Ihre Anfrage wird bearbeitet.
        Der Server wurde in der Nacht neu gestartet.
        Es regnete, als wir ankamen.
        Eine Kopie bleibt bei den Akten.
        Die Rechnung ist innerhalb von vierzehn Tagen fällig.
        Der Ausflug hat allen gefallen.
        Die Brücke ist für Lastwagen gesperrt.
        Im Rezept steht mehr Zucker, als mir lieb ist.
        Wir haben lange über den Haushalt gesprochen.
        Die Behandlung wurde gut vertragen.
        Weitere Schritte sind nicht nötig.
        Das Buch ist vergriffen.
        Ich habe keine Ahnung, wie das passiert ist.
        Der Bericht erscheint im Herbst.
        Der Umsatz stieg in der zweiten Jahreshälfte leicht.
        Die Tür war abgeschlossen und das Licht aus.
        Sie dürfen das gern an Kollegen weitergeben.
        Der alte Drucker wurde endlich ersetzt.
        Der Bus hält direkt vor der Schule.
        An Feiertagen ist unser Büro geschlossen.
        Der Ausschuss tagt nächste Woche wieder.
        Bei Tageslicht sieht die Farbe anders aus.
        Der Akku hält etwa zehn Stunden.
        Das ist die beste Suppe der Stadt.
        Achten Sie darauf, dass der Deckel geschlossen ist.
        Der Hund schläft unter dem Tisch.
        Für das Wochenende ist Sonne angesagt.
        Beide Seiten haben die Vereinbarung unterschrieben.
        Das Material kam in gutem Zustand an.
        Ich melde mich, sobald ich mehr weiß.
        Der Aufzug ist außer Betrieb.
        Das Konzert war in wenigen Minuten ausverkauft.
        Die Sicherung läuft jede Nacht.
        Über Hilfe würden wir uns freuen.
        Das war alles für heute.
        """.splitlines()
        if line.strip()
    ),
}

#: Things that bear a person's name: the second half, the first half is made up or famous.
THINGS = {
    "en": items(
        "Parkinson's disease, Alzheimer's disease, Crohn's disease, Hodgkin's lymphoma, Down syndrome, Tourette "
        "syndrome, Asperger's, Ford Focus, Ford Fiesta, Tesla Model 3, Mercedes, Chrysler, Lincoln Navigator, "
        "Zeppelin, Jacuzzi, Dyson, Hoover, Levi's, Ohm's law, Moore's law, Murphy's law, Newton's laws, the "
        "Pythagorean theorem, Bayes' theorem, Fourier transform, Turing test, Markov chain, Gaussian blur, Boolean, "
        "Celsius, Fahrenheit, Kelvin, Hertz, Geiger counter, Bunsen burner, Petri dish, Morse code, Braille, Caesar "
        "salad, Earl Grey, Granny Smith apples, beef Wellington, Bloody Mary, Tom Collins, Victoria sponge, Nobel "
        "Prize, Pulitzer Prize, Oscar, Darwin Award, Achilles tendon, Fallopian tube, Heimlich manoeuvre, Cushing's "
        "syndrome, Jenkins, Jupyter, Apache Cassandra, Ada, Pascal, Haskell, Julia, Ruby, Perl, Claude, Alexa, Siri, "
        "Hurricane Katrina, Storm Eunice, Mona Lisa, Harry Potter, Romeo and Juliet, Stradivarius, Steinway, "
        "Winchester rifle, Colt, Doberman, Jack Russell, Saint Bernard, Big Ben"
    ),
    "de": items(
        "Morbus Parkinson, Parkinson, Alzheimer, Morbus Crohn, Morbus Basedow, Hashimoto, Down-Syndrom, "
        "Tourette-Syndrom, Ford Focus, Ford Fiesta, Mercedes, Opel Adam, Zeppelin, Dieselmotor, Ottomotor, "
        "Wankelmotor, Bosch-Bohrmaschine, Miele, Dyson, Röntgenbild, Bunsenbrenner, Petrischale, Ohmsches Gesetz, Satz "
        "des Pythagoras, Satz von Bayes, Fourier-Transformation, Gauß-Kurve, Turing-Test, Markow-Kette, Celsius, "
        "Fahrenheit, Hertz, Geigerzähler, Morsealphabet, Litfaßsäule, Wiener Schnitzel, Fürst-Pückler-Eis, "
        "Sachertorte, Earl Grey, Mozartkugeln, Bismarckhering, Leibniz-Kekse, Granny Smith, Nobelpreis, Büchnerpreis, "
        "Oscar, Goethe-Institut, Achillessehne, Karpfen Müllerin, Hartz IV, Riester-Rente, Bachelor, Duden, Faust, "
        "Wilhelm Tell, Harry Potter, Max und Moritz, Stradivari, Steinway-Flügel, Dobermann, Bernhardiner, Sturmtief "
        "Sabine, Hoch Petra, Orkan Kyrill, Alexa, Siri, Schengen-Raum, Cäsium, Curium, Maggi, Haribo, Tesafilm, Uhu, "
        "Litfass, Schillerlocke, Pfirsich Melba, Bauhaus-Stil, Kneippkur, Montessori-Pädagogik, Schrebergarten"
    ),
}

INDUSTRIES = {
    "en": items(
        "Plumbing, Logistics, Foods, Motors, Electronics, Consulting, Insurance, Energy, Construction, Roofing, "
        "Landscaping, Textiles, Healthcare, Pharmaceuticals, Software, Systems, Technologies, Solutions, Partners, "
        "Holdings, Group, Media, Publishing, Airlines, Shipping, Steel, Chemicals, Capital, Financial, Realty, "
        "Properties, Hardware, Furniture, Bakery, Brewing, Catering, Law, Dental, Engineering, Robotics, Analytics, "
        "Labs, Studios, Design, Marketing, Travel, Cleaning Services, Security, Telecom, Networks"
    ),
    "de": items(
        "Bau, Elektrotechnik, Haustechnik, Sanitär, Heizungsbau, Logistik, Spedition, Maschinenbau, Metallbau, "
        "Holzbau, Dachdecker, Malerbetrieb, Gartenbau, Textil, Pharma, Software, Systemhaus, IT-Service, Technik, "
        "Beratung, Versicherungen, Immobilien, Hausverwaltung, Energie, Stadtwerke, Druckerei, Verlag, Medien, Reisen, "
        "Touristik, Bäckerei, Fleischerei, Brauerei, Gastronomie, Autohaus, Automobile, Werkzeugbau, "
        "Kunststofftechnik, Medizintechnik, Optik, Möbel, Gebäudereinigung, Sicherheitsdienst, Personal, Consulting, "
        "Handel"
    ),
}

for _lang, _tongue in TONGUES.items():
    TITLES[_lang] = _tongue.titles
    ROLES[_lang] = _tongue.roles
    PRODUCTS[_lang] = _tongue.products
    NOUNS[_lang] = _tongue.nouns
    ADJECTIVES[_lang] = _tongue.adjectives
    VERBS[_lang] = _tongue.verbs
    SENTENCES[_lang] = _tongue.sentences
    THINGS[_lang] = _tongue.things
    INDUSTRIES[_lang] = _tongue.industries
