"""French."""

from __future__ import annotations

from .lists import items
from .tongue import Tongue, lines, named

FRENCH = Tongue(
    origins={"fr": 52, "pk": 5, "lu": 2, "pt": 1.5},
    lands={"fr": 66, "be": 9, "ch": 6, "ca": 6, "lu": 3},
    titles={
        "f": items("Mme, Mme, Mme, Madame, Madame, Mlle, Dr, Docteur, Me, Maître, Pr, Mme le Dr, Sœur, Professeure"),
        "m": items("M., M., M., Monsieur, Monsieur, Dr, Docteur, Me, Maître, Pr, Mr, Professeur, Père, Mgr"),
    },
    roles=items(
        "gérant, gérante, directrice, directeur général, responsable RH, comptable, infirmière, infirmier, médecin "
        "traitant, professeur, institutrice, avocat, avocate, notaire, huissier, ingénieur, développeuse, chef de "
        "projet, commercial, assistante de direction, secrétaire, technicien, électricien, plombier, menuisier, "
        "chauffeur, pharmacienne, dentiste, kinésithérapeute, sage-femme, ambulancier, policier, gendarme, juge, "
        "greffière, maire, conseiller municipal, stagiaire, apprentie, consultant, auditrice, acheteur, magasinier, "
        "chef d'équipe, architecte, agent immobilier, propriétaire, locataire, gardien, jardinier, assistante "
        "sociale, journaliste, rédacteur, traductrice, photographe, graphiste, étudiant, chercheuse, entraîneur, "
        "cuisinier, serveuse, boulanger, coiffeuse, facteur, pilote, hôtesse de l'air, bibliothécaire"
    ),
    products=items(
        "ordinateur portable, souris sans fil, clavier, écran, fauteuil de bureau, lampe de bureau, imprimante, "
        "cartouche d'encre, casque audio, câble USB, disque dur, routeur, coque de téléphone, tablette, montre "
        "connectée, machine à café, bouilloire, grille-pain, mixeur, poêle, couteau de cuisine, lave-vaisselle, "
        "lave-linge, réfrigérateur, four, aspirateur, fer à repasser, canapé, fauteuil, bibliothèque, table basse, "
        "armoire, matelas, oreiller, couette, rideaux, tapis, ampoule, miroir, peinture blanche, perceuse, tournevis, "
        "marteau, échelle, tondeuse, tuyau d'arrosage, pot de fleurs, parasol, barbecue, tente, sac de couchage, "
        "valise, parapluie, manteau d'hiver, chemise, robe, ceinture, chaussures de marche, écharpe, gants, lunettes "
        "de soleil, sac à main, collier, shampoing, brosse à dents, thermomètre, vélo, casque de vélo, siège auto, "
        "poussette, trottinette, ballon, raquette, jeu de société, puzzle, poupée, cahier, stylo plume, enveloppes, "
        "livre de cuisine, roman, carte cadeau, détecteur de fumée, serrure, pneus hiver, batterie, croquettes, "
        "aquarium, micro, enceinte, appareil photo, trépied, jumelles, liseuse, pompe à chaleur, radiateur, robinet"
    ),
    nouns=items(
        "accord achat adresse affaire agence air ami année appartement appel arbre argent arrivée article assurance "
        "attente avis banque bateau besoin bois boîte bouteille bruit bureau cadeau camion campagne carte cause chaise "
        "chambre chance changement chapitre chat cheval chien choix client clé code colis commande compte conseil "
        "contrat copie coupe cour cours couverture cuisine date début décision délai demande départ dessin devis "
        "dossier eau école effet église entrée enveloppe équipe erreur escalier espace essai étage été étude examen "
        "exemple facture famille fenêtre fête feu feuille fichier film fin fleur fleuve forêt forme frais fruit gare "
        "groupe heure hiver hôtel idée image jardin jeu jour journal lampe langue lettre lieu ligne liste livraison "
        "livre loyer lumière machine magasin main maison marché matin mer message métier meuble mois montagne mot "
        "moteur mur musique navire neige note nuit offre outil page pain panier papier parc parole pays peinture "
        "pierre "
        "place plage plan pluie porte poste prix produit projet quai question rapport recette réponse retard retour "
        "réunion rivière route salle santé semaine service soir soleil sortie sujet table tâche téléphone temps "
        "terrain "
        "tour train travail vélo vente ville voiture voyage"
    ),
    adjectives=items(
        "nouveau vieux petit grand court long rapide lent cher gratuit propre sale chaud froid clair sombre calme "
        "bruyant lourd léger ouvert fermé public privé local vert bleu rouge jaune cassé frais sec humide dur doux "
        "simple difficile fréquent rare récent final régulier annuel mensuel numérique électrique disponible agréable "
        "utile énorme urgent"
    ),
    verbs=items(
        "envoyer recevoir vérifier ouvrir fermer commencer finir écrire lire appeler répondre commander livrer payer "
        "annuler modifier ajouter supprimer construire réparer nettoyer cuisiner conduire marcher voyager visiter "
        "rencontrer discuter décider préparer imprimer signer relire tester mesurer installer remplacer confirmer "
        "demander accepter refuser renouveler réserver comparer expliquer améliorer réduire stocker porter ranger"
    ),
    sentences=lines(
        """
        La livraison prend deux à trois jours ouvrés.
        Vous trouverez le document en pièce jointe.
        Il a fait plus beau que prévu.
        Rien n'est encore décidé.
        Dans l'attente de votre réponse, nous restons à votre disposition.
        La salle de réunion se trouve au deuxième étage.
        Tous les prix s'entendent toutes taxes comprises.
        Le chauffage a été réparé.
        Pourriez-vous y jeter un œil quand vous aurez le temps ?
        Les résultats sont meilleurs que l'an dernier.
        Il n'est pas nécessaire de répondre à ce message.
        Le parking derrière le bâtiment est gratuit.
        Nous vous prions de nous excuser pour la gêne occasionnée.
        Le contrat peut être résilié à la fin de chaque mois.
        J'attends plutôt la nouvelle version.
        Le train avait encore du retard.
        N'hésitez pas à me contacter en cas de question.
        La garantie couvre les pièces et la main-d'œuvre.
        Elle était déjà partie quand la lettre est arrivée.
        La lumière du couloir est en panne.
        Le formulaire doit être rempli en entier.
        Votre demande est en cours de traitement.
        Le serveur a redémarré pendant la nuit.
        Il pleuvait quand nous sommes arrivés.
        Une copie est conservée au dossier.
        La facture est payable sous trente jours.
        Le pont est fermé aux poids lourds.
        On a longuement parlé du budget.
        Le patient a bien supporté le traitement.
        Aucune autre mesure n'est nécessaire.
        Je ne sais pas du tout comment c'est arrivé.
        Le rapport paraîtra à l'automne.
        Les ventes ont légèrement augmenté au second semestre.
        La vieille imprimante a enfin été remplacée.
        Le bus s'arrête juste devant l'école.
        Nos bureaux sont fermés les jours fériés.
        Le comité se réunit de nouveau la semaine prochaine.
        C'est la meilleure soupe de la ville.
        Le chien dort sous la table.
        Les deux parties ont signé l'accord.
        L'ascenseur est en panne.
        Je reviens vers vous dès que j'en sais plus.
        C'était tout pour aujourd'hui.
        """
    ),
    things=items(
        "maladie de Parkinson, maladie d'Alzheimer, maladie de Crohn, maladie de Charcot, syndrome de Down, syndrome "
        "de "
        "Cushing, tendon d'Achille, échelle de Richter, échelle de Beaufort, théorème de Thalès, théorème de "
        "Pythagore, loi d'Ohm, loi Pinel, loi Evin, loi Veil, plan Marshall, prix Goncourt, prix Nobel, prix Renaudot, "
        "Oscar, César, tarte Tatin, pêche Melba, crêpe Suzette, sauce Béchamel, poire Belle-Hélène, tour Eiffel, "
        "Renault Clio, Renault Mégane, Citroën Picasso, Peugeot, Mercedes, Ford Fiesta, Tesla, moteur Diesel, poêle "
        "Godin, compteur Linky, Livret A, plan Vigipirate, carte Vitale, code Morse, alphabet Braille, montgolfière, "
        "Larousse, Petit Robert, Bescherelle, Tintin, Astérix, Harry Potter, Cyrano de Bergerac, Alexa, Siri, tempête "
        "Alex, tempête Xynthia, saint-bernard, Doberman, Stradivarius, champ de Mars, pomme Granny Smith, "
        "Opinel, Michelin, Badoit, Perrier"
    ),
    industries=items(
        "Bâtiment, Plomberie, Électricité, Transports, Logistique, Conseil, Assurances, Énergie, Construction, "
        "Menuiserie, Textile, Santé, Pharma, Informatique, Systèmes, Services, Immobilier, Médias, Éditions, Voyages, "
        "Nettoyage, Sécurité, Chimie, Finance, Automobiles, Boulangerie, Traiteur, Paysages, Ingénierie, Architecture, "
        "Communication, Formation, Distribution, Toitures, Peinture, Rénovation"
    ),
    months=items("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    short_months=items("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    days=items("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    legal=items("SARL, SARL, SARL, SAS, SAS, SASU, SA, EURL, SCI, SNC, SCOP, & Fils, S.A., S.A.R.L., SPRL, SRL"),
    companies=(
        "{l} {f}", "{f} {l}", "{l} & Fils", "{l} et Fils", "{f} {l} {i}", "{l} {i}", "{i} {l}", "{b}", "{b}", "{b} {f}",
        "{b} {i}", "{f} {b}", "{b} France", "{l} & {m}", "{l}, {m} & Associés", "Cabinet {l}", "Garage {l}",
        "Boulangerie {l}", "Établissements {l}", "Ets {l}", "Groupe {l}", "Groupe {b}", "Maison {l}", "Hôtel {s}",
        "Pharmacie {s}", "Les Jardins {s}", "Ateliers {l}", "Transports {l}", "{i} {t}", "{abc} {i}", "{abc} {f}",
        "{abc}", "Étude {l} & {m}", "Domaine {l}", "Château {l}", "Laboratoire {b}", "Banque {b}", "Mutuelle {b}",
        "{t} {i} {f}", "Crédit {b}", "{f1} {l} {i}", "Camping {s}", "Brasserie {s}", "{u} {i} {f}", "Frères {l}",
        "Agence {s}", "Immobilière {s}",
    ),
    orgs=(
        "Mairie de {t}", "Mairie de {t}", "Ville de {t}", "Préfecture de {t}", "Commune de {t}", "Lycée {f1} {l}",
        "Collège {f1} {l}", "École {s}", "École primaire {f1} {l}", "Lycée {l}", "Université de {t}",
        "Université {f1} {l}", "CHU de {t}", "Hôpital {f1} {l}", "Clinique {s}", "Hôpital Saint-{f1}",
        "Centre hospitalier de {t}", "Tribunal judiciaire de {t}", "Cour d'appel de {t}", "Commissariat de {t}",
        "Gendarmerie de {t}", "CPAM de {t}", "CAF de {t}", "URSSAF {r}", "Pôle emploi {t}", "France Travail {t}",
        "Ministère de {n}", "Direction de {n}", "Conseil départemental de {t}", "Conseil régional {r}",
        "FC {t}", "AS {t}", "Stade {l}", "Olympique de {t}", "Club de tennis de {t}", "Fondation {l}",
        "Association {s}", "Amicale de {t}", "Chambre de commerce de {t}", "Médiathèque de {t}", "Musée de {t}",
        "EHPAD {s}", "Résidence {s}", "Crèche {s}", "Paroisse Saint-{f1}", "Syndicat {b}", "Office notarial de {t}",
        "Centre des impôts de {t}", "Université catholique de {t}", "Caisse d'Épargne {r}", "Crédit Agricole {r}",
    ),
    matters=items(
        "la Santé, la Justice, l'Intérieur, l'Éducation nationale, la Culture, l'Agriculture, la Défense, la "
        "Transition écologique, l'Économie, l'Urbanisme"
    ),
    named_firms=(
        "{l} & Fils", "{l} et Fils", "Garage {l}", "Boulangerie {l}", "{l} {f}", "{f} {l}", "Établissements {l}",
        "Cabinet {l}", "{f1} {l} {i}", "Transports {l}", "Maison {l}", "{l} Frères", "{l} & {m}",
    ),
    named_streets=(
        "rue {f1} {l}", "rue {f1} {l}", "avenue {f1} {l}", "boulevard {l}", "place {f1} {l}", "rue {l}",
        "rue du Docteur {l}", "avenue du Général {l}", "quai {f1} {l}", "Rue {f1} {l}", "square {f1} {l}",
    ),
    public=(
        "gare de {t}", "Gare de {t}", "gare {s}", "aéroport de {t}", "place {s}", "Place {s}", "parc {s}", "pont {s}",
        "avenue {s}", "rue {s}", "port de {t}", "stade {f1} {l}", "lac {s}", "forêt de {t}",
        "parc {l}", "Château de {t}", "cathédrale de {t}", "marché {s}", "plage {s}", "Mont {l}", "quartier {s}",
        "place {f1}-{l}", "station {s}", "métro {s}", "bois de {t}", "zone industrielle {s}",
    ),
    stems=items(
        "des Lilas, de la Gare, du Moulin, de l'Église, de la République, des Vignes, du Château, de la Mairie, des "
        "Écoles, de la Fontaine, du Stade, des Tilleuls, des Acacias, du Marché, de la Poste, de la Paix, de la "
        "Liberté, des Roses, des Cerisiers, du Lavoir, de la Forêt, du Bois, des Prés, des Jardins, de l'Industrie, "
        "du Commerce, de Verdun, des Peupliers, des Marronniers, du Port, de la Plage, des Pêcheurs, du Lac, du Pont, "
        "de la Croix, du Calvaire, de la Chapelle, du Couvent, des Capucins, des Carmes, de la Tour, du Rempart, des "
        "Tanneurs, des Bouchers, du Four, du Puits, de l'Abreuvoir, de la Source, du Ruisseau, de la Vallée, du "
        "Coteau, de la Colline, du Soleil, de Bellevue, du Midi, du Nord, de l'Ouest, des Alouettes, des Hirondelles, "
        "du Rossignol, des Coquelicots, des Bleuets, des Glycines, des Chênes, des Pins, des Ormes, du Noyer, des "
        "Platanes, de la Ferme, des Moissons, de la Grange, du Pressoir, de la Libération, de la Résistance, du 8 Mai "
        "1945, du 11 Novembre, du Maréchal Foch, Victor Hugo, Jean Jaurès, Pasteur, Émile Zola, Gambetta, Voltaire, "
        "Jules Ferry, Jean Moulin, Molière, Lamartine, Saint-Martin, Saint-Pierre, Notre-Dame, Sainte-Anne, Carnot"
    ),
    countries=named(
        "us États-Unis, gb Royaume-Uni, ie Irlande, ca Canada, au Australie, nz Nouvelle-Zélande, in Inde, za Afrique "
        "du Sud, de Allemagne, at Autriche, ch Suisse, fr France, be Belgique, es Espagne, mx Mexique, it Italie, nl "
        "Pays-Bas, pt Portugal, br Brésil, pl Pologne, cz République tchèque, se Suède, dk Danemark, no Norvège, fi "
        "Finlande, hu Hongrie, ro Roumanie, hr Croatie, tr Turquie, lu Luxembourg, ar Argentine, co Colombie, cl "
        "Chili, pe Pérou, gr Grèce, is Islande, jp Japon, cn Chine, kr Corée du Sud, lt Lituanie, sk Slovaquie, si "
        "Slovénie, ee Estonie, lv Lettonie, il Israël, ng Nigéria, ke Kenya, pk Pakistan, id Indonésie, ph "
        "Philippines, th Thaïlande, vn Viêt Nam, ua Ukraine, bg Bulgarie"
    ),
    other_countries=items(
        "Maroc, Algérie, Tunisie, Sénégal, Côte d'Ivoire, Cameroun, Mali, Madagascar, Haïti, Liban, Égypte, Syrie, "
        "Turquie, Vietnam, Cambodge, Serbie, Russie, Angleterre, Écosse, USA, Monaco, Andorre, Arabie saoudite"
    ),
    regions=items(
        "Bretagne, Normandie, Île-de-France, Occitanie, Nouvelle-Aquitaine, Auvergne, Bourgogne, Alsace, Lorraine, "
        "Provence, Corse, Picardie, Champagne, Hauts-de-France, Grand Est, Pays de la Loire, Centre-Val de Loire, "
        "Savoie, Haute-Savoie, Finistère, Morbihan, Gironde, Dordogne, Ardèche, Vaucluse, Var, Hérault, "
        "Ille-et-Vilaine, "
        "Seine-Maritime, Loire-Atlantique, Haut-Rhin, Limousin, Périgord, Jura, Québec, Wallonie, Valais, Vaud, Flandre"
    ),
    mail=items(
        "gmail.com, gmail.com, orange.fr, orange.fr, free.fr, laposte.net, wanadoo.fr, sfr.fr, yahoo.fr, hotmail.fr, "
        "outlook.fr, hotmail.com, icloud.com, bbox.fr, live.fr, skynet.be, videotron.ca, neuf.fr, protonmail.com"
    ),
    tlds=items("fr, fr, fr, fr, com, com, be, ch, ca, org, net, eu, lu, quebec, bzh, paris, info, io, asso.fr"),
    prefixes=items("CL-, C, CLI-, AD-, ADH-, MAT-, EMP-, E, DOS-, PAT-, CTR-, POL-, SIN-, REF-, M-, ETU, ABO-"),
)  # fmt: skip
