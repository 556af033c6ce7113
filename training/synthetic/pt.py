"""Portuguese, of Portugal and of Brazil."""

from __future__ import annotations

from .lists import items
from .tongue import Tongue, lines, named

PORTUGUESE = Tongue(
    origins={"pt": 60, "ke": 1},
    lands={"pt": 42, "br": 42},
    titles={
        "f": items("Sra., Sra., Dr.ª, Dra., Dra., D., Dona, Senhora, Exma. Sra., Prof.ª, Eng.ª, Sra. D., Menina, "
        "Profa."),
        "m": items("Sr., Sr., Dr., Dr., Senhor, Exmo. Sr., Prof., Eng., Eng.º, Arq., Padre, Seu, Sr. Dr., Doutor"),
    },
    roles=items(
        "gerente, diretora, diretor-geral, responsável de RH, contador, contabilista, enfermeira, enfermeiro, médico "
        "de "
        "família, professora, advogado, advogada, notário, tabelião, engenheiro, desenvolvedora, gestor de projeto, "
        "comercial, "
        "secretária, técnico, eletricista, canalizador, encanador, carpinteiro, motorista, farmacêutica, dentista, "
        "fisioterapeuta, parteira, polícia, delegado, juíza, escrivão, presidente da câmara, vereadora, estagiário, "
        "aprendiz, consultor, auditora, comprador, chefe de equipa, arquiteto, corretor de imóveis, senhorio, "
        "inquilina, "
        "porteiro, jardineiro, assistente social, jornalista, redatora, tradutor, fotógrafa, designer, estudante, "
        "pesquisador, treinador, cozinheira, garçom, padeiro, cabeleireira, carteiro, piloto, bibliotecária, síndico"
    ),
    products=items(
        "computador portátil, rato sem fios, teclado, monitor, cadeira de escritório, candeeiro, impressora, tinteiro, "
        "auscultadores, cabo USB, disco rígido, router, capa de telemóvel, tablet, relógio, máquina de café, chaleira, "
        "torradeira, liquidificador, frigideira, faca, máquina de lavar, geladeira, frigorífico, forno, aspirador, "
        "ferro de "
        "engomar, sofá, poltrona, estante, mesa de centro, guarda-roupa, colchão, almofada, edredão, cortinas, tapete, "
        "lâmpada, espelho, tinta branca, furadeira, chave de fendas, martelo, escada, mangueira, vaso, guarda-sol, "
        "churrasqueira, tenda, mala, guarda-chuva, casaco, camisa, vestido, cinto, botas, cachecol, luvas, óculos de "
        "sol, "
        "bolsa, colar, escova de dentes, termómetro, bicicleta, capacete, carrinho de bebé, patinete, bola, "
        "quebra-cabeça, "
        "boneca, caderno, envelopes, romance, cartão presente, fechadura, pneus, bateria, ração, aquário, torneira"
    ),
    nouns=items(
        "acordo água ajuda amigo ano apartamento aplicação areia arquivo árvore assunto atraso aula aviso banco "
        "barco barulho "
        "bilhete boca bolo bolsa braço cabeça cadeira café caixa cama caminho campo canção carne carro carta casa "
        "causa céu "
        "chave chuva cidade classe cliente código comida compra conselho conta contrato conversa copo cor corpo "
        "correio curso "
        "dado data decisão dedo dente desconto desenho dia dinheiro dor edifício efeito empresa encomenda entrada "
        "erro escola "
        "escritório espaço espelho estrada exame exemplo família fatura febre feira férias festa filho fim flor "
        "floresta fogo "
        "folha fome fonte forma foto fruta gato gente grupo história hora horta hospital ideia igreja ilha imagem "
        "inverno "
        "jardim jogo jornal lago leite letra linha lista livro loja lua lugar luz mala mão manhã mapa mar medo "
        "mercado mês mesa "
        "montanha motor muro música nave nome nota noite número obra oferta olho ordem ouro pagamento página pai "
        "palavra pão "
        "papel parede parque passo pedido pedra peixe pergunta plano ponte porta porto praça praia prazo preço "
        "problema "
        "produto projeto quadro quarto queixa recibo rede regra resposta reunião rio roupa rua sala saúde semana "
        "serviço sol "
        "sombra sono tarde tempo terra texto trabalho trem vento verão viagem vida vinho vizinho voz"
    ),
    adjectives=items(
        "novo velho pequeno grande curto longo rápido lento caro barato limpo sujo quente frio claro escuro calmo "
        "barulhento "
        "pesado leve aberto fechado público privado local verde azul vermelho amarelo fresco seco húmido duro macio "
        "simples "
        "difícil frequente raro recente final regular anual mensal digital elétrico disponível agradável útil enorme "
        "urgente"
    ),
    verbs=items(
        "enviar receber verificar abrir fechar começar terminar escrever ler ligar responder encomendar entregar pagar "
        "cancelar mudar acrescentar remover construir consertar limpar cozinhar conduzir caminhar viajar visitar "
        "encontrar "
        "discutir decidir preparar imprimir assinar testar medir instalar substituir confirmar pedir aceitar recusar "
        "renovar "
        "reservar comparar explicar melhorar reduzir guardar"
    ),
    sentences=lines(
        """
        A entrega demora dois a três dias úteis.
        Segue em anexo o documento.
        O tempo esteve melhor do que se esperava.
        Ainda não foi decidido nada.
        Ficamos a aguardar a sua resposta.
        A sala de reuniões fica no segundo andar.
        Todos os preços incluem IVA.
        O aquecimento já foi reparado.
        Poderia dar uma olhada quando tiver tempo?
        Os resultados são melhores do que no ano passado.
        Não é necessário responder a esta mensagem.
        O estacionamento atrás do prédio é gratuito.
        Pedimos desculpa pelo incómodo.
        O contrato pode ser rescindido no fim de cada mês.
        O comboio voltou a chegar atrasado.
        Em caso de dúvida, estamos à disposição.
        A garantia cobre peças e mão de obra.
        Ela já tinha saído quando a carta chegou.
        A luz do corredor está queimada.
        O formulário deve ser preenchido por completo.
        O seu pedido está em análise.
        O servidor foi reiniciado durante a noite.
        Chovia quando chegamos.
        Uma cópia fica no processo.
        A fatura vence em trinta dias.
        A ponte está fechada para caminhões.
        O paciente tolerou bem o tratamento.
        Não faço ideia de como isso aconteceu.
        O relatório será publicado no outono.
        A impressora velha foi finalmente trocada.
        O ônibus para bem em frente à escola.
        Os nossos escritórios fecham nos feriados.
        É a melhor sopa da cidade.
        O cão dorme debaixo da mesa.
        O elevador está avariado.
        Por hoje é tudo.
        """
    ),
    things=items(
        "doença de Parkinson, doença de Alzheimer, doença de Crohn, doença de Chagas, síndrome de Down, síndrome de "
        "Asperger, "
        "tendão de Aquiles, escala de Richter, teorema de Pitágoras, lei de Ohm, lei de Murphy, Lei Maria da Penha, "
        "Lei Rouanet, "
        "prémio Nobel, Prémio Camões, Prêmio Jabuti, Oscar, Ford Fiesta, Ford Ka, Renault Clio, Mercedes, Tesla, "
        "motor diesel, "
        "código Morse, Braille, salada César, pastel de Belém, bolo Souza Leão, Romeu e Julieta, Dom Casmurro, Os "
        "Maias, Harry "
        "Potter, Turma da Mônica, vinho do Porto, São Bernardo, dobermann, Alexa, Siri, furacão Leslie, tempestade "
        "Elsa, "
        "Stradivarius, Aurélio, Houaiss, Bolsa Família, plano Marshall, Celsius, Fahrenheit"
    ),
    industries=items(
        "Construções, Canalizações, Eletricidade, Transportes, Logística, Consultoria, Seguros, Energia, "
        "Carpintaria, Têxteis, "
        "Saúde, Farmacêutica, Informática, Sistemas, Serviços, Imobiliária, Editora, Viagens, Limpezas, Segurança, "
        "Química, "
        "Automóveis, Padaria, Alimentos, Jardinagem, Engenharia, Arquitetura, Comunicação, Distribuição, Comércio, "
        "Tecnologia"
    ),
    months=items("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    short_months=items("jan fev mar abr mai jun jul ago set out nov dez"),
    days=items("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
    legal=items("Lda., Lda., Lda, S.A., S.A., SA, Unipessoal Lda., Ltda., Ltda., LTDA, ME, EIRELI, S/A, SGPS, Ltda. "
        "- ME, & Filhos"),
    companies=(
        "{l} {f}", "{l} & Filhos", "{l} & Filhos, {f}", "Irmãos {l}", "{i} {l}", "{i} {l} {f}", "{b}", "{b}",
        "{b} {f}", "{b} {i}",
        "{b} {i}, {f}", "{b} Portugal", "{b} Brasil {f}", "{l} & {m}", "{l} e {m} Advogados", "{l} & Associados",
        "Oficina {l}",
        "Padaria {l}", "Grupo {l}", "Grupo {b}", "Casa {l}", "Hotel {s}", "Farmácia {s}", "Quinta {s}", "Auto {l}",
        "{abc} {f}",
        "{abc} {i}", "{abc}", "Cartório {l}", "Clínica {l}", "Laboratório {b}", "Banco {b}", "{f1} {l} {i}",
        "Restaurante {s}",
        "Supermercado {l}", "Transportadora {l} {f}", "{u} {i} {f}", "Construtora {l} {f}", "Café {s}",
        "Caixa Agrícola de {t}",
    ),
    orgs=(
        "Câmara Municipal de {t}", "Câmara Municipal de {t}", "Prefeitura de {t}", "Prefeitura Municipal de {t}",
        "Junta de Freguesia de {t}", "Escola {f1} {l}", "Escola Básica {s}", "Escola Secundária {l}", "Colégio {l}",
        "Universidade de {t}", "Universidade Federal de {t}", "Instituto Politécnico de {t}", "Hospital de {t}",
        "Hospital São {f1}", "Santa Casa da Misericórdia de {t}", "Centro de Saúde de {t}", "Clínica {s}",
        "Tribunal de {t}",
        "Tribunal de Justiça de {t}", "Delegacia de {t}", "PSP de {t}", "GNR de {t}", "Finanças de {t}",
        "Ministério {n}",
        "Secretaria {n}", "Governo de {r}", "Sporting de {t}", "Clube Desportivo de {t}", "Futebol Clube de {t}",
        "Fundação {l}",
        "Fundação {f1} {l}", "Associação {s}", "Bombeiros Voluntários de {t}", "Biblioteca Municipal de {t}",
        "Museu de {t}",
        "Lar {s}", "Creche {s}", "Paróquia de São {f1}", "Sindicato {b}", "Conservatória de {t}",
        "Segurança Social de {t}",
    ),
    matters=items("da Saúde, da Justiça, da Educação, das Finanças, da Cultura, da Agricultura, da Defesa, do "
        "Trabalho, da Fazenda"),
    named_firms=(
        "{l} & Filhos", "Irmãos {l}", "Oficina {l}", "Padaria {l}", "{l} {f}", "{f1} {l} {i}", "Casa {l}", "Auto {l}",
        "{l} & {m}",
        "Transportes {l} {f}",
    ),
    named_streets=(
        "Rua {f1} {l}", "Rua {f1} {l}", "rua {l}", "Avenida {f1} {l}", "Praça {f1} {l}", "Av. {l}", "Rua Dr. {l}",
        "Largo {f1} {l}",
        "Rua Professor {l}", "Avenida Presidente {l}",
    ),
    public=(
        "estação de {t}", "Estação de {t}", "aeroporto de {t}", "praça {s}", "Praça {s}", "parque {s}", "ponte {s}",
        "avenida {s}",
        "rua {s}", "porto de {t}", "estádio {f1} {l}", "lagoa {s}", "Castelo de {t}", "Sé de {t}", "mercado {s}",
        "praia {s}",
        "Monte {l}", "bairro {s}", "metro {s}", "terminal de {t}", "rodoviária de {t}", "serra de {t}", "Jardim {s}",
        "Largo {s}",
    ),
    stems=items(
        "das Flores, da Liberdade, do Comércio, da República, da Igreja, do Carmo, da Boavista, do Sol, da Praia, do "
        "Mar, do "
        "Porto, da Estação, do Mercado, da Fonte, do Poço, do Moinho, das Oliveiras, das Laranjeiras, dos Pinheiros, "
        "das "
        "Acácias, das Palmeiras, dos Ipês, das Mangueiras, da Torre, do Castelo, da Sé, do Rosário, da Conceição, de "
        "São João, "
        "de São Pedro, de Santo António, de Santa Maria, de Santa Catarina, da Esperança, da Saudade, da Alegria, da "
        "Paz, da "
        "Vitória, do Ouro, da Prata, dos Sapateiros, dos Ferreiros, dos Douradores, dos Correeiros, dos Pescadores, "
        "do Arsenal, "
        "de Cima, de Baixo, Nova, Direita, Augusta, Garrett, Camões, 25 de Abril, 5 de Outubro, 1.º de Maio, 1º de "
        "Dezembro, "
        "Sete de Setembro, Quinze de Novembro, XV de Novembro, Tiradentes, Paulista, Atlântica, Brasil, das Nações, "
        "dos "
        "Bandeirantes, Getúlio Vargas, Dom Pedro II, Rui Barbosa, Marechal Deodoro, Almirante Reis, Infante Dom "
        "Henrique, Vasco "
        "da Gama, Bela Vista, da Escola, do Cemitério, da Ponte, do Rio, da Ribeira, da Serra, do Campo, da Quinta, "
        "do Outeiro"
    ),
    countries=named(
        "us Estados Unidos, gb Reino Unido, ie Irlanda, ca Canadá, au Austrália, nz Nova Zelândia, in Índia, za "
        "África do Sul, "
        "de Alemanha, at Áustria, ch Suíça, fr França, be Bélgica, es Espanha, mx México, it Itália, nl Países "
        "Baixos, pt "
        "Portugal, br Brasil, pl Polónia, cz República Checa, se Suécia, dk Dinamarca, no Noruega, fi Finlândia, hu "
        "Hungria, ro "
        "Roménia, hr Croácia, tr Turquia, lu Luxemburgo, ar Argentina, co Colômbia, cl Chile, pe Peru, gr Grécia, is "
        "Islândia, "
        "jp Japão, cn China, kr Coreia do Sul, lt Lituânia, sk Eslováquia, si Eslovénia, ee Estónia, lv Letónia, il "
        "Israel, ng "
        "Nigéria, ke Quénia, pk Paquistão, id Indonésia, ph Filipinas, th Tailândia, vn Vietname, ua Ucrânia, bg "
        "Bulgária"
    ),
    other_countries=items("Angola, Moçambique, Cabo Verde, Guiné-Bissau, Timor-Leste, Marrocos, Uruguai, Paraguai, "
        "Bolívia, Venezuela, Rússia, Holanda, Inglaterra, EUA"),
    regions=items(
        "Alentejo, Algarve, Minho, Trás-os-Montes, Beira Alta, Beira Baixa, Ribatejo, Estremadura, Madeira, Açores, "
        "Douro, "
        "Minas Gerais, Bahia, Paraná, Pernambuco, Ceará, Goiás, Mato Grosso, Santa Catarina, Rio Grande do Sul, "
        "Amazonas, Pará, "
        "Maranhão, Espírito Santo, Sergipe, Rondônia, Nordeste, Grande Lisboa, Baixada Santista, Vale do Paraíba"
    ),
    mail=items("gmail.com, gmail.com, sapo.pt, hotmail.com, uol.com.br, bol.com.br, terra.com.br, yahoo.com.br, "
        "outlook.pt, outlook.com.br, netcabo.pt, ig.com.br, globo.com, icloud.com"),
    tlds=items("pt, pt, pt, com.br, com.br, com.br, br, com, com, org, net, eu, org.br, com.pt, info, io"),
    prefixes=items("CL-, C, CLI-, SOC-, MAT-, FUNC-, E, PROC-, UT-, PAC-, CTR-, APL-, REF-, M, AL-, ASS-"),
)  # fmt: skip
