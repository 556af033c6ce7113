"""Italian."""

from __future__ import annotations

from .lists import items
from .tongue import Tongue, lines, named

ITALIAN = Tongue(
    origins={"it": 60, "ro": 2.5, "pk": 1.5},
    lands={"it": 78, "ch": 6},
    titles={
        "f": items("Sig.ra, Sig.ra, Signora, signora, Dott.ssa, Dott.ssa, dottoressa, Avv., Prof.ssa, Ing., Sig.na, "
        "Arch., Gent.ma Sig.ra"),
        "m": items("Sig., Sig., Signor, signor, Dott., Dott., dottor, Avv., Prof., Ing., Geom., Arch., Egr. Sig., "
        "Rag., Don, Dr."),
    },
    roles=items(
        "direttore, direttrice, responsabile del personale, contabile, infermiera, infermiere, medico di base, "
        "insegnante, maestra, avvocato, notaio, ingegnere, sviluppatrice, capo progetto, commerciale, segretaria, "
        "tecnico, elettricista, idraulico, falegname, autista, farmacista, dentista, fisioterapista, ostetrica, "
        "vigile, carabiniere, giudice, cancelliere, sindaca, assessore, tirocinante, apprendista, consulente, "
        "magazziniere, capoturno, architetto, agente immobiliare, proprietario, inquilina, portiere, giardiniere, "
        "assistente sociale, giornalista, redattrice, traduttore, fotografa, grafico, studentessa, ricercatore, "
        "allenatore, cuoca, cameriere, panettiere, parrucchiera, postino, pilota, bibliotecaria, commercialista, "
        "amministratore"
    ),
    products=items(
        "computer portatile, mouse senza fili, tastiera, monitor, sedia da ufficio, lampada da tavolo, stampante, "
        "cartuccia, cuffie, cavo USB, disco rigido, router, custodia, tablet, orologio, macchina da caffè, bollitore, "
        "tostapane, frullatore, padella, coltello, lavastoviglie, lavatrice, frigorifero, forno, aspirapolvere, ferro "
        "da stiro, divano, poltrona, libreria, tavolino, armadio, materasso, cuscino, piumone, tende, tappeto, "
        "lampadina, specchio, vernice bianca, trapano, cacciavite, martello, scala, tagliaerba, vaso, ombrellone, "
        "barbecue, tenda, valigia, ombrello, cappotto, camicia, vestito, cintura, scarponi, sciarpa, guanti, occhiali "
        "da sole, borsa, collana, spazzolino, termometro, bicicletta, casco, passeggino, monopattino, pallone, "
        "racchetta, puzzle, bambola, quaderno, buste, romanzo, buono regalo, serratura, pneumatici invernali, caldaia"
    ),
    nouns=items(
        "accordo acqua aereo agenzia aiuto albero albergo amico anno appartamento archivio aria arrivo articolo attesa "
        "avviso banca barca bicchiere biglietto borsa bottiglia braccio camera cambio camion campagna cane canzone "
        "casa "
        "causa cena chiave chiesa cielo città classe cliente codice colore compito conto contratto copia corso cosa "
        "costo cucina data dato decisione dente disegno documento domanda donna edificio effetto errore esame esempio "
        "estate famiglia fattura febbre ferro festa figlio film fine finestra fiore fiume foglia foresta forma forno "
        "foto frutta fuoco gatto gente giardino gioco giornale giorno gruppo idea immagine inverno isola lago latte "
        "lavoro legno lettera letto libro linea lista luce luna luogo macchina mano mare mattina mercato mese "
        "messaggio "
        "moneta montagna motore muro musica nave neve nome nota notte offerta ora ordine orologio ospedale pagina pane "
        "parco parola passo pesce piano piazza pioggia pietra ponte porta porto posta prezzo problema prodotto "
        "progetto "
        "quadro regalo risposta ritardo riunione sala salute scala scuola sedia sera servizio sole spesa spiaggia "
        "stanza stazione strada tavolo tempo terra testo treno ufficio uscita vacanza vento viaggio vino vita"
    ),
    adjectives=items(
        "nuovo vecchio piccolo grande corto lungo rapido lento caro economico pulito sporco caldo freddo chiaro scuro "
        "tranquillo rumoroso pesante leggero aperto chiuso pubblico privato locale verde azzurro rosso giallo rotto "
        "fresco secco umido duro morbido semplice difficile frequente raro recente finale regolare annuale mensile "
        "digitale elettrico"
    ),
    verbs=items(
        "inviare ricevere controllare aprire chiudere cominciare finire scrivere leggere chiamare rispondere ordinare "
        "consegnare pagare annullare cambiare aggiungere eliminare costruire riparare pulire cucinare guidare "
        "camminare "
        "viaggiare visitare incontrare discutere decidere preparare stampare firmare provare misurare installare "
        "sostituire confermare chiedere accettare rifiutare rinnovare prenotare confrontare spiegare"
    ),
    sentences=lines(
        """
        La consegna richiede due o tre giorni lavorativi.
        In allegato trova il documento.
        Il tempo è stato migliore del previsto.
        Non è stato ancora deciso nulla.
        Restiamo in attesa di una Sua risposta.
        La sala riunioni è al secondo piano.
        Tutti i prezzi includono l'IVA.
        Il riscaldamento è stato riparato.
        Potrebbe darci un'occhiata quando ha tempo?
        I risultati sono migliori dell'anno scorso.
        Non è necessario rispondere a questo messaggio.
        Il parcheggio dietro l'edificio è gratuito.
        Ci scusiamo per il disagio.
        Il contratto può essere disdetto alla fine di ogni mese.
        Il treno era di nuovo in ritardo.
        Per qualsiasi domanda siamo a disposizione.
        La garanzia copre i ricambi e la manodopera.
        Era già partita quando è arrivata la lettera.
        Il modulo va compilato in ogni sua parte.
        La Sua richiesta è in lavorazione.
        Il server è stato riavviato durante la notte.
        Pioveva quando siamo arrivati.
        Una copia resta agli atti.
        La fattura scade tra trenta giorni.
        Il ponte è chiuso ai mezzi pesanti.
        Il paziente ha tollerato bene la terapia.
        Non so proprio come sia successo.
        La relazione uscirà in autunno.
        La vecchia stampante è stata finalmente sostituita.
        L'autobus ferma proprio davanti alla scuola.
        I nostri uffici sono chiusi nei giorni festivi.
        È la migliore zuppa della città.
        Il cane dorme sotto il tavolo.
        L'ascensore è fuori servizio.
        Per oggi è tutto.
        """
    ),
    things=items(
        "morbo di Parkinson, morbo di Alzheimer, morbo di Crohn, sindrome di Down, sindrome di Asperger, tendine "
        "d'Achille, scala Richter, scala Mercalli, teorema di Pitagora, legge di Ohm, legge di Murphy, premio Nobel, "
        "premio Strega, premio Campiello, David di Donatello, Oscar, Alfa Romeo Giulia, Alfa Romeo Giulietta, Ferrari, "
        "Lamborghini, Lancia Delta, Fiat Tipo, Ford Fiesta, Mercedes, Tesla, codice Morse, Braille, pizza Margherita, "
        "carpaccio, bellini, crema Chantilly, torta Barozzi, legge Merlin, riforma Fornero, legge Basaglia, decreto "
        "Bersani, Madama Butterfly, Don Giovanni, Pinocchio, Harry Potter, Monna Lisa, San Bernardo, dobermann, "
        "Barolo, "
        "Amarone, Stradivari, Alexa, Siri"
    ),
    industries=items(
        "Costruzioni, Idraulica, Impianti, Trasporti, Logistica, Consulting, Assicurazioni, Energia, Edilizia, "
        "Falegnameria, Tessile, Farmaceutici, Informatica, Sistemi, Servizi, Immobiliare, Editore, Viaggi, Pulizie, "
        "Vigilanza, Chimica, Automobili, Panificio, Ristorazione, Giardini, Ingegneria, Meccanica, Alimentari, "
        "Arredamenti"
    ),
    months=items("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    short_months=items("gen feb mar apr mag giu lug ago set ott nov dic"),
    days=items("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    legal=items("S.r.l., S.r.l., Srl, S.p.A., S.p.A., SpA, S.n.c., snc, S.a.s., s.r.l.s., S.c.a.r.l., Soc. Coop., "
        "S.R.L., S.P.A."),
    companies=(
        "{l} {f}", "{l} & Figli", "{l} & Figli {f}", "Fratelli {l}", "F.lli {l} {f}", "{i} {l}", "{i} {l} {f}", "{b}",
        "{b}",
        "{b} {f}", "{b} {i} {f}", "{b} Italia {f}", "{l} & {m}", "{l} e Associati", "Studio Legale {l}", "Studio {l}",
        "Officina {l}", "Panificio {l}", "Gruppo {l}", "Gruppo {b}", "Hotel {s}", "Farmacia {s}", "Cantina {l}",
        "{abc} {f}",
        "{abc}", "Banca {b}", "Banca Popolare di {t}", "Ristorante {s}", "Autofficina {l}", "{f1} {l} {f}",
        "Casa Editrice {l}",
        "Ditta {l} {f1}", "{t} {i} {f}", "Trattoria {s}", "Pasticceria {l}", "Autoscuola {l}", "{u} {i} {f}",
    ),
    orgs=(
        "Comune di {t}", "Comune di {t}", "Provincia di {t}", "Regione {r}", "Liceo {f1} {l}", "Istituto {l}",
        "Scuola elementare {f1} {l}", "Università di {t}", "Politecnico di {t}", "Ospedale di {t}", "Ospedale San {f1}",
        "Policlinico {l}", "ASL {t}", "Tribunale di {t}", "Procura di {t}", "Questura di {t}", "Prefettura di {t}",
        "Agenzia delle Entrate di {t}", "INPS di {t}", "Ministero {n}", "AC {t}", "US {t}", "Polisportiva {t}",
        "Fondazione {l}",
        "Camera di Commercio di {t}", "Biblioteca comunale di {t}", "Museo di {t}", "Parrocchia San {f1}",
        "Pro Loco {t}",
        "Casa di Riposo {s}", "Asilo {s}", "Carabinieri di {t}", "Croce Rossa di {t}", "Clinica {s}",
    ),
    matters=items("della Salute, della Giustizia, dell'Interno, dell'Istruzione, della Cultura, della Difesa, dei "
        "Trasporti, del Lavoro"),
    named_firms=(
        "{l} & Figli", "Fratelli {l}", "Officina {l}", "Panificio {l}", "{l} {f}", "{f1} {l} {f}", "Studio {l}",
        "Trasporti {l}",
        "Cantina {l}", "{l} & {m}",
    ),
    named_streets=(
        "via {f1} {l}", "via {f1} {l}", "Via {l}", "viale {f1} {l}", "piazza {f1} {l}", "corso {l}", "Piazza {l}",
        "largo {f1} {l}",
    ),
    public=(
        "stazione di {t}", "Stazione di {t}", "aeroporto di {t}", "piazza {s}", "Piazza {s}", "parco {s}", "ponte {s}",
        "viale {s}",
        "via {s}", "municipio di {t}", "porto di {t}", "stadio {f1} {l}", "lago {s}", "Castello di {t}", "duomo di {t}",
        "mercato {s}", "spiaggia {s}", "Monte {l}", "{t} Centrale", "quartiere {s}", "Villa {l}", "casello di {t}",
    ),
    stems=items(
        "Roma, Garibaldi, Mazzini, Cavour, Dante, Verdi, Marconi, Matteotti, dei Mille, delle Rose, XX Settembre, IV "
        "Novembre, XXV Aprile, della Libertà, della Repubblica, Vittorio Emanuele II, Umberto I, Leonardo da Vinci, "
        "Galileo Galilei, Manzoni, Leopardi, Carducci, Pascoli, Foscolo, San Marco, San Giovanni, San Francesco, "
        "Sant'Anna, "
        "Santa Maria, del Mulino, della Chiesa, del Ponte, delle Vigne, degli Ulivi, dei Pini, dei Tigli, delle "
        "Acacie, "
        "dei Ciliegi, del Lago, del Mare, della Spiaggia, del Porto, della Stazione, del Mercato, della Torre, del "
        "Castello, delle Mura, dei Fiori, dei Gelsomini, delle Viole, del Sole, della Pace, della Vittoria, del "
        "Lavoro, "
        "dell'Industria, Nazionale, Emilia, Appia, Aurelia, Cassia, Trento, Trieste, Milano, Torino, Napoli, "
        "Gramsci, De "
        "Gasperi, Kennedy, Turati, Crispi, Cairoli, Colombo, Marco Polo, Bixio, Pacinotti, Ferraris, della "
        "Resistenza, dei "
        "Partigiani, degli Artigiani, dei Martiri, del Carmine, dell'Olmo, del Pozzo, della Fontana, Nuova, Vecchia"
    ),
    countries=named(
        "us Stati Uniti, gb Regno Unito, ie Irlanda, ca Canada, au Australia, nz Nuova Zelanda, in India, za "
        "Sudafrica, de "
        "Germania, at Austria, ch Svizzera, fr Francia, be Belgio, es Spagna, mx Messico, it Italia, nl Paesi Bassi, "
        "pt "
        "Portogallo, br Brasile, pl Polonia, cz Repubblica Ceca, se Svezia, dk Danimarca, no Norvegia, fi Finlandia, "
        "hu "
        "Ungheria, ro Romania, hr Croazia, tr Turchia, lu Lussemburgo, ar Argentina, co Colombia, cl Cile, pe Perù, gr "
        "Grecia, is Islanda, jp Giappone, cn Cina, kr Corea del Sud, lt Lituania, sk Slovacchia, si Slovenia, ee "
        "Estonia, "
        "lv Lettonia, il Israele, ng Nigeria, ke Kenya, pk Pakistan, id Indonesia, ph Filippine, th Thailandia, vn "
        "Vietnam, "
        "ua Ucraina, bg Bulgaria"
    ),
    other_countries=items("Albania, Marocco, Tunisia, Egitto, Senegal, Bangladesh, Moldavia, Serbia, Russia, Olanda, "
        "Inghilterra, San Marino, Malta, USA"),
    regions=items(
        "Lombardia, Piemonte, Veneto, Liguria, Toscana, Umbria, Lazio, Campania, Puglia, Calabria, Sicilia, Sardegna, "
        "Abruzzo, Molise, Basilicata, Marche, Emilia-Romagna, Friuli, Valle d'Aosta, Trentino, Alto Adige, Ticino, "
        "Brianza, "
        "Salento, Maremma, Chianti, Langhe, Cilento, Polesine"
    ),
    mail=items("gmail.com, gmail.com, libero.it, libero.it, alice.it, tiscali.it, virgilio.it, hotmail.it, yahoo.it, "
        "outlook.it, pec.it, tin.it, icloud.com, fastwebnet.it"),
    tlds=items("it, it, it, it, com, com, ch, org, net, eu, info, io, srl.it, roma.it, milano.it"),
    prefixes=items("CL-, C, CLI-, SOC-, MAT-, DIP-, E, PR-, PAZ-, CTR-, POL-, REF-, M, TES-, ABB-"),
)  # fmt: skip
