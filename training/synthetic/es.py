"""Spanish."""

from __future__ import annotations

from .lists import items
from .tongue import Tongue, lines, named

SPANISH = Tongue(
    origins={"es": 60, "ro": 2, "pk": 2},
    lands={"es": 58, "mx": 13, "ar": 7, "co": 5, "cl": 4, "pe": 3},
    titles={
        "f": items("D.ª, Dña., Doña, Sra., Sra., Srta., señora, Dra., Lic., Sra. D.ª, Profa., Ing., Ilma. Sra., "
        "Licda."),
        "m": items("D., D., Don, Sr., Sr., señor, Dr., Lic., Sr. D., Prof., Ing., Ilmo. Sr., Excmo. Sr., Arq., Padre"),
    },
    roles=items(
        "gerente, directora, director general, responsable de RR. HH., contable, enfermera, enfermero, médico de "
        "cabecera, profesora, maestro, abogado, abogada, notario, procuradora, ingeniero, desarrolladora, jefe de "
        "proyecto, comercial, secretaria, técnico, electricista, fontanero, carpintero, conductor, farmacéutica, "
        "dentista, fisioterapeuta, matrona, policía, guardia civil, jueza, funcionario, alcaldesa, concejal, becario, "
        "aprendiz, consultor, auditora, almacenero, jefa de equipo, arquitecto, agente inmobiliario, propietario, "
        "inquilina, portero, jardinero, trabajadora social, periodista, redactor, traductora, fotógrafo, diseñadora, "
        "estudiante, investigador, entrenador, cocinero, camarera, panadero, peluquera, cartero, piloto, azafata, "
        "bibliotecario, administrador de fincas, asesora fiscal, celador, psicóloga, veterinario"
    ),
    products=items(
        "ordenador portátil, ratón inalámbrico, teclado, monitor, silla de oficina, lámpara de mesa, impresora, "
        "cartucho de tinta, auriculares, cable USB, disco duro, router, funda de móvil, tableta, reloj inteligente, "
        "cafetera, hervidor, tostadora, batidora, sartén, cuchillo de cocina, lavavajillas, lavadora, nevera, horno, "
        "aspiradora, plancha, sofá, sillón, estantería, mesa de centro, armario, colchón, almohada, edredón, cortinas, "
        "alfombra, bombilla, espejo, pintura blanca, taladro, destornillador, martillo, escalera, cortacésped, "
        "manguera, maceta, sombrilla, barbacoa, tienda de campaña, saco de dormir, maleta, paraguas, abrigo, camisa, "
        "vestido, cinturón, botas de montaña, bufanda, guantes, gafas de sol, bolso, collar, champú, cepillo de "
        "dientes, termómetro, bicicleta, casco, silla infantil, cochecito, patinete, balón, raqueta, juego de mesa, "
        "rompecabezas, muñeca, cuaderno, pluma, sobres, libro de cocina, novela, tarjeta regalo, detector de humo, "
        "cerradura, neumáticos, batería, pienso, acuario, micrófono, altavoz, cámara, trípode, prismáticos, caldera, "
        "radiador, grifo, ventilador, aire acondicionado"
    ),
    nouns=items(
        "acuerdo agua aire amigo año apartamento árbol archivo armario arroz artículo asunto autobús aviso ayuda "
        "azúcar "
        "banco barco barrio bolsa bosque botella brazo caja calle cama cambio camino camión campo canción cara carne "
        "carta casa causa cena centro cerveza ciudad clase cliente coche cocina código colegio comida compra contrato "
        "copia correo corte cosa cuenta cuerpo curso dato decisión dedo deporte derecho desayuno deuda día dibujo "
        "dinero dirección documento edificio ejemplo empresa entrada envío equipo error escuela espacio espejo "
        "estación "
        "examen factura familia fecha fiesta flor forma foto fruta fuego fuente gasto gato gente grupo habitación hijo "
        "historia hoja hora hospital huevo idea iglesia imagen informe invierno isla jardín juego lago lápiz leche "
        "lengua libro línea lista llave lluvia lugar luna luz madera mano mañana máquina mar mercado mes mesa montaña "
        "motor muebles muro música nieve noche nota oferta oficina orden página país pan papel parque paseo pedido "
        "película perro pescado piedra piso plan plato playa plaza precio pregunta problema producto proyecto pueblo "
        "puente puerta puerto queja recibo regalo reloj respuesta retraso reunión río ropa ruido sala salud semana "
        "servicio silla sol sombra tarde tarea teléfono tiempo tienda tierra trabajo tren vecino venta ventana verano "
        "viaje viento vino zapato"
    ),
    adjectives=items(
        "nuevo viejo pequeño grande corto largo rápido lento caro barato limpio sucio caliente frío claro oscuro "
        "tranquilo ruidoso pesado ligero abierto cerrado público privado local verde azul rojo amarillo roto fresco "
        "seco húmedo duro suave sencillo difícil frecuente raro reciente final regular anual mensual digital eléctrico "
        "disponible agradable útil enorme urgente"
    ),
    verbs=items(
        "enviar recibir revisar abrir cerrar empezar terminar escribir leer llamar contestar pedir entregar pagar "
        "cancelar cambiar añadir eliminar construir reparar limpiar cocinar conducir caminar viajar visitar conocer "
        "hablar decidir preparar imprimir firmar probar medir instalar sustituir confirmar reenviar solicitar aceptar "
        "rechazar renovar reservar comparar explicar mejorar reducir guardar llevar recoger comprar vender"
    ),
    sentences=lines(
        """
        La entrega tarda de dos a tres días laborables.
        Adjunto encontrará el documento.
        El tiempo fue mejor de lo esperado.
        Todavía no se ha decidido nada.
        Quedamos a la espera de su respuesta.
        La sala de reuniones está en la segunda planta.
        Todos los precios incluyen el IVA.
        La calefacción ya está arreglada.
        ¿Podría echarle un vistazo cuando tenga tiempo?
        Los resultados son mejores que los del año pasado.
        No es necesario responder a este mensaje.
        El aparcamiento detrás del edificio es gratuito.
        Disculpen las molestias.
        El contrato puede rescindirse a final de mes.
        Prefiero esperar a la nueva versión.
        El tren volvió a llegar con retraso.
        Si tiene alguna duda, no dude en escribirnos.
        La garantía cubre las piezas y la mano de obra.
        Ella ya se había ido cuando llegó la carta.
        La luz del pasillo está fundida.
        El formulario debe rellenarse por completo.
        Su solicitud está en trámite.
        El servidor se reinició durante la noche.
        Llovía cuando llegamos.
        Se conserva una copia en el expediente.
        La factura vence a los treinta días.
        El puente está cerrado al tráfico pesado.
        Hablamos largo rato sobre el presupuesto.
        El paciente toleró bien el tratamiento.
        No hacen falta más medidas.
        No tengo ni idea de cómo ha pasado.
        El informe se publicará en otoño.
        Las ventas subieron ligeramente en el segundo semestre.
        Por fin han cambiado la impresora vieja.
        El autobús para justo delante del colegio.
        Nuestras oficinas cierran los días festivos.
        La comisión vuelve a reunirse la semana que viene.
        Es la mejor sopa de la ciudad.
        El perro duerme debajo de la mesa.
        Ambas partes firmaron el acuerdo.
        El ascensor no funciona.
        Le aviso en cuanto sepa algo más.
        Eso es todo por hoy.
        """
    ),
    things=items(
        "enfermedad de Parkinson, enfermedad de Alzheimer, enfermedad de Crohn, mal de Chagas, síndrome de Down, "
        "síndrome de Asperger, tendón de Aquiles, trompas de Falopio, escala de Richter, teorema de Pitágoras, ley de "
        "Ohm, ley de Murphy, efecto Doppler, premio Nobel, premio Cervantes, premio Planeta, Goya, Oscar, Seat León, "
        "Seat Ibiza, Renault Clio, Ford Fiesta, Ford Focus, Mercedes, Tesla, motor diésel, código Morse, Braille, "
        "ensalada César, salsa Worcestershire, tarta Selva Negra, batalla de Lepanto, Don Quijote, El Cid, La "
        "Celestina, "
        "Don Juan Tenorio, Harry Potter, Tío Pepe, Anís del Mono, San Miguel, Maria Lionza, tarta de Santiago, "
        "galletas "
        "María, brazo de gitano, Ley Celaá, Ley Wert, Plan Marshall, borrasca Filomena, huracán Otis, Alexa, Siri, "
        "Stradivarius, dóberman, San Bernardo, Jack Russell, manzana Granny Smith, Bunsen, Petri, Celsius, Kelvin, "
        "guitarra Alhambra, Rioja Alta"
    ),
    industries=items(
        "Construcciones, Fontanería, Electricidad, Transportes, Logística, Consultores, Seguros, Energía, Reformas, "
        "Carpintería, Textil, Salud, Farma, Informática, Sistemas, Servicios, Inmobiliaria, Medios, Editorial, Viajes, "
        "Limpiezas, Seguridad, Química, Inversiones, Automoción, Panadería, Catering, Jardinería, Ingeniería, "
        "Arquitectura, Comunicación, Formación, Distribuciones, Alimentación, Asesores, Instalaciones"
    ),
    months=items("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    short_months=items("ene feb mar abr may jun jul ago sep oct nov dic"),
    days=items("lunes martes miércoles jueves viernes sábado domingo"),
    legal=items(
        "S.L., S.L., S.L., SL, S.A., S.A., SA, S.L.U., S. Coop., S.C., S.L.P., S.A. de C.V., S.A. de C.V., S. de "
        "R.L. de "
        "C.V., S.A.S., S.R.L., Ltda., S.A.U., SpA, e Hijos"
    ),
    companies=(
        "{l} {f}", "{l} e Hijos", "{l} e Hijos, {f}", "Hermanos {l}", "{i} {l}", "{i} {l}, {f}", "{i} {l} {f}", "{b}",
        "{b}", "{b} {f}", "{b}, {f}", "{b} {i}", "{b} {i}, {f}", "{b} España", "{l} y {m} {f}", "{l} & {m} Abogados",
        "{l} y Asociados", "Bufete {l}", "Talleres {l}", "Panadería {l}", "Grupo {l}", "Grupo {b}", "Casa {l}",
        "Hotel {s}", "Farmacia {s}", "Bodegas {l}", "{i} {t}", "{abc} {i}", "{abc} {f}", "{abc}", "Notaría {l}",
        "Clínica {l}", "Laboratorios {b}", "Banco {b}", "Caja Rural de {t}", "{t} {i} {f}", "{f1} {l} {i}",
        "Restaurante {s}", "Academia {l}", "Ferretería {l}", "Autoescuela {l}", "Gestoría {l}", "{u} {i} {f}",
        "Supermercados {l}", "Comercial {l}, {f}", "Autos {l}", "Inmobiliaria {s}", "Mutua {b}", "Viajes {b}",
    ),
    orgs=(
        "Ayuntamiento de {t}", "Ayuntamiento de {t}", "Diputación de {t}", "Colegio {f1} {l}", "Colegio {s}",
        "CEIP {f1} {l}", "CEIP {s}", "IES {f1} {l}", "IES {l}", "Instituto {l}", "Universidad de {t}",
        "Universidad Politécnica de {t}", "Hospital de {t}", "Hospital General de {t}", "Hospital San {f1}",
        "Hospital Universitario {s}", "Clínica {s}", "Centro de Salud {s}", "Juzgado n.º 3 de {t}",
        "Audiencia Provincial de {t}", "Comisaría de {t}", "Policía Local de {t}", "Ministerio de {n}",
        "Consejería de {n}", "Secretaría de {n}", "Junta de {r}", "Gobierno de {r}", "Delegación de Hacienda de {t}",
        "Club Deportivo {t}", "Real {t}", "CD {t}", "Atlético {t}", "UD {t}", "Fundación {l}", "Fundación {f1} {l}",
        "Asociación de Vecinos {s}", "Cámara de Comercio de {t}", "Biblioteca Municipal de {t}", "Museo de {t}",
        "Residencia {s}", "Guardería {s}", "Parroquia de San {f1}", "Sindicato {b}", "Registro Civil de {t}",
        "Escuela Infantil {s}", "Municipalidad de {t}", "Registro de la Propiedad de {t}", "Cofradía {s}",
    ),
    matters=items(
        "Sanidad, Justicia, Educación, Hacienda, Cultura, Agricultura, Defensa, Trabajo, Interior, Transportes, Medio "
        "Ambiente, Salud, Igualdad"
    ),
    named_firms=(
        "{l} e Hijos", "Talleres {l}", "Panadería {l}", "{l} {f}", "Hermanos {l}", "Bodegas {l}", "{f1} {l} {i}",
        "Transportes {l}", "Casa {l}", "{l} y {m}", "Construcciones {l} {f}", "Autos {l}", "Bufete {l}",
    ),
    named_streets=(
        "calle {f1} {l}", "calle {f1} {l}", "avenida {f1} {l}", "plaza {f1} {l}", "calle {l}", "Calle Doctor {l}",
        "paseo {f1} {l}", "Avenida {l}", "C/ {f1} {l}", "plaza de {f1} {l}", "Paseo de {l}", "calle General {l}",
    ),
    public=(
        "estación de {t}", "Estación de {t}", "aeropuerto de {t}", "plaza {s}", "Plaza {s}", "parque {s}", "puente {s}",
        "avenida {s}", "calle {s}", "puerto de {t}", "estadio {f1} {l}", "lago {s}",
        "parque {l}", "Castillo de {t}", "catedral de {t}", "mercado {s}", "playa {s}", "Monte {l}", "barrio {s}",
        "plaza de {f1} {l}", "metro {s}", "polígono industrial {s}", "Alameda {s}", "sierra de {t}",
    ),
    stems=items(
        "Mayor, del Sol, de la Luna, de los Olivos, de la Iglesia, del Carmen, del Pilar, de la Constitución, de "
        "España, de la Paz, de la Libertad, del Prado, de la Fuente, del Pozo, del Molino, de las Flores, de los "
        "Rosales, del Rosario, de la Cruz, de San Juan, de San Pedro, de Santa Ana, de Santa María, de la Estación, "
        "del Mercado, del Puerto, de la Playa, del Mar, de la Sierra, del Río, del Puente, de la Ribera, de la Vega, "
        "de las Huertas, de los Naranjos, de los Almendros, de los Pinos, del Roble, de las Acacias, de los Álamos, "
        "del Olmo, de las Palmeras, del Castillo, de la Torre, de la Muralla, de los Reyes, de la Reina, del Rey, del "
        "Conde, de la Princesa, de Cervantes, de Colón, de Velázquez, de Goya, de Quevedo, de Lope de Vega, de Alcalá, "
        "de Toledo, de Segovia, de Zaragoza, de Cádiz, de Gracia, de la Merced, de la Trinidad, del Ángel, de los "
        "Ángeles, de la Esperanza, de la Soledad, de las Delicias, de la Alegría, del Comercio, de la Industria, de "
        "los Artesanos, de los Herreros, de los Plateros, de la Plata, del Oro, Nueva, Ancha, Real, Larga, "
        "Insurgentes, Reforma, Juárez, Hidalgo, Morelos, Cinco de Mayo, San Martín, Belgrano, Rivadavia, Independencia"
    ),
    countries=named(
        "us Estados Unidos, gb Reino Unido, ie Irlanda, ca Canadá, au Australia, nz Nueva Zelanda, in India, za "
        "Sudáfrica, de Alemania, at Austria, ch Suiza, fr Francia, be Bélgica, es España, mx México, it Italia, nl "
        "Países Bajos, pt Portugal, br Brasil, pl Polonia, cz República Checa, se Suecia, dk Dinamarca, no Noruega, fi "
        "Finlandia, hu Hungría, ro Rumanía, hr Croacia, tr Turquía, lu Luxemburgo, ar Argentina, co Colombia, cl "
        "Chile, "
        "pe Perú, gr Grecia, is Islandia, jp Japón, cn China, kr Corea del Sur, lt Lituania, sk Eslovaquia, si "
        "Eslovenia, ee Estonia, lv Letonia, il Israel, ng Nigeria, ke Kenia, pk Pakistán, id Indonesia, ph Filipinas, "
        "th Tailandia, vn Vietnam, ua Ucrania, bg Bulgaria"
    ),
    other_countries=items(
        "Venezuela, Ecuador, Bolivia, Uruguay, Paraguay, Guatemala, Honduras, El Salvador, Nicaragua, Costa Rica, "
        "Panamá, Cuba, República Dominicana, Puerto Rico, Marruecos, Argelia, Senegal, Egipto, Rusia, Holanda, "
        "Inglaterra, Escocia, EE. UU., Andorra, Guinea Ecuatorial"
    ),
    regions=items(
        "Andalucía, Cataluña, Galicia, Aragón, Asturias, Cantabria, Navarra, La Rioja, Castilla y León, Castilla-La "
        "Mancha, Extremadura, Comunidad Valenciana, País Vasco, Islas Baleares, Canarias, Región de Murcia, Comunidad "
        "de Madrid, Jalisco, Nuevo León, Chiapas, Oaxaca, Yucatán, Sonora, Antioquia, Cundinamarca, Patagonia, "
        "Mendoza, "
        "Santa Fe, Entre Ríos, Bizkaia, Gipuzkoa, Tenerife, Mallorca, Costa del Sol, la Mancha, Araucanía, Valle del "
        "Cauca, Baja California"
    ),
    mail=items(
        "gmail.com, gmail.com, gmail.com, hotmail.com, hotmail.es, yahoo.es, outlook.es, outlook.com, telefonica.net, "
        "icloud.com, yahoo.com.mx, yahoo.com.ar, live.com.mx, prodigy.net.mx, terra.es, ono.com, movistar.es, correo.es"
    ),
    tlds=items("es, es, es, es, com, com, com.mx, mx, com.ar, cl, co, pe, org, net, eu, cat, gal, info, io"),
    prefixes=items("CL-, C-, CLI-, SOC-, S-, EMP-, E, EXP-, HC-, PAC-, CTR-, POL-, REF-, M-, MAT-, AL-, ABO-"),
)  # fmt: skip
