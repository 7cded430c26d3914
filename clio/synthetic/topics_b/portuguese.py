"""Topics in Portuguese."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="personal_budget",
        area="money_law",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "[Ganho|Recebo] [dois mil e quatrocentos|um salário mínimo|cerca de cinco mil] [por "
                "mês|limpos], [e some tudo|metade vai no aluguel|mal chega ao dia vinte]."
            ),
            (
                "[Somos|A gente é] [um casal com um bebê|três em casa|dois, com uma renda só], [e o "
                "mercado está um absurdo|sem reserva nenhuma]."
            ),
            (
                "[Estourei|Me enrolei com] [o cartão|o cheque especial|o parcelamento], [os juros são "
                "de chorar|vergonha, eu sei][, faz um ano|]."
            ),
            (
                "[Sou autônoma|Trabalho por conta|Faço bicos], [tem mês gordo e mês magro|nunca sei "
                "quanto entra]."
            ),
            (
                "[Nunca aprendi a lidar com dinheiro|Ninguém me ensinou isso|Escola nenhuma ensina], "
                "[meus pais viviam apertados|começo do zero]."
            ),
            (
                "[Queremos|Quero] [dar entrada num apê|casar em maio|viajar no fim do ano], [falta "
                "muito|e não sei se dá]."
            ),
            (
                "[Tentei|Já usei] [planilha|aplicativo|o método dos envelopes], [larguei na segunda "
                "semana|achei chato]."
            ),
            (
                "[Perdi o emprego|Vou entrar de licença|Reduziram minha carga], [a renda cai|preciso me "
                "adaptar já]."
            ),
        ),
        asks=(
            (
                "[Monta|Me ajuda a montar|Faz] um orçamento [simples|mensal] para [quem ganha 2.500 e "
                "paga 900 de aluguel|um casal com 6 mil|uma estudante com 1.200]."
            ),
            (
                "[Quanto|Que parte] [devo guardar|dá pra gastar com aluguel|preciso de reserva], [na "
                "vida real|com esse salário]?"
            ),
            (
                "[Qual dívida|O que] [pago primeiro|quito antes]: [cartão ou empréstimo|a de juros "
                "maior ou a menor][, e por quê|]?"
            ),
            (
                "[Me explica|Explica] [a regra 50-30-20|juros compostos|o rotativo do cartão] [com "
                "números|como se eu tivesse dez anos]."
            ),
            (
                "[Onde|Como] [cortar|economizo] [trezentos reais|duzentos euros] por mês [sem "
                "sofrer|com filhos pequenos|]?"
            ),
            (
                "[Como dividir|Qual o jeito justo de dividir] as contas [se um ganha o dobro|entre três "
                "colegas|com meu namorado]?"
            ),
            (
                "[Cria|Preciso de] uma [planilha|tabela] [para despesas da casa|com gastos fixos e "
                "variáveis|que meu marido entenda]."
            ),
            (
                "[Dá para|Será que dá pra] [financiar um carro|ter outro filho|morar sozinha] com [3 "
                "mil líquidos|renda variável]?"
            ),
            (
                "[Como faço|O que fazer] para [parar de pedir comida todo dia|não gastar por "
                "impulso|sobrar algo no fim do mês]?"
            ),
            (
                "[Olha|Confere] [meus números|isto]: [renda 4.200, fixas 2.900, lazer 600|aluguel 40%, "
                "comida 25%], [está ruim|onde erro]?"
            ),
            (
                "[Reserva de emergência|Uma reserva]: [quanto e onde|antes ou depois das dívidas], "
                "[para quem é MEI|com filho]?"
            ),
        ),
        terse=(
            "[planilha|orçamento] [mensal|casal|autônomo] [simples|grátis]",
            "[quitar|renegociar] [cartão|cheque especial] [ordem|dicas|]",
            "[economizar|cortar gastos] [mercado|energia|família] [lista|]",
            "reserva de emergência [quanto|onde deixar|mei] [casal|2 meses|]",
            "[regra 50 30 20|método envelope] [exemplo|salário baixo|tabela]",
            "[dividir contas|juntar dinheiro] [casal|república|em um ano]",
        ),
        details=(
            "[Aluguel|Escola] [não dá para mexer|é fixo][, infelizmente|, já adianto|].",
            "[Sem|Nada de] [investimento|bolsa|cripto], [primeiro o básico|tenho medo].",
            "[Em reais|Por semana|Em números redondos], [por favor|fica mais fácil].",
            "[Deixa|Reserva] [um dinheiro pro lazer|cem para presentes], [senão desisto|por favor].",
            "[Prefiro|Melhor] [papel e caneta|algo no celular], [aplicativo me cansa|sou das antigas].",
            "[Recebo|O salário cai] [no dia cinco|quinzenalmente|quando o cliente paga].",
        ),
        followups=(
            "[E se|E quando] [a luz subir|eu perder um cliente|vier outro filho]?",
            "[Pode|Dá para] [fazer por semana|pôr numa tabela|refazer com menos duzentos]?",
            "[Esqueci|Faltou] [o IPVA|a ração do cachorro|o plano de saúde], [onde entra|muda muito]?",
            "[O que|Qual gasto] você [cortaria primeiro|automatizaria]? [Só um.|]",
            "[Consegui|Deu certo] [no primeiro mês|por duas semanas], [e agora|sobrou cem]!",
            (
                "[Então|Quer dizer que] [sobra oitenta por semana|não dá para o carro], [é isso|entendi "
                "certo]?"
            ),
        ),
        replies=(
            (
                "[Liste|Anote] [os fixos|o que não muda], [divida o resto por semana|separe em outra "
                "conta][, e respeite o limite|]."
            ),
            (
                "[Pague o mínimo de tudo|Mantenha tudo em dia] e [jogue o extra|concentre a sobra] [na "
                "dívida mais cara|no cartão]."
            ),
            "[Três meses|Um mês, para começar,] de [despesas básicas|gastos] [já dá paz|é uma boa meta].",
            (
                "[Dividam|Repartam] [conforme a renda|proporcionalmente], [quem ganha o dobro paga o "
                "dobro|fica justo]."
            ),
            (
                "[Programe|Agende] a transferência [no dia do salário|assim que cair][, o que não se vê "
                "não se gasta|]."
            ),
        ),
    ),
    Topic(
        name="parenting_question",
        area="people",
        weight=1.4,
        concern=1,
        contexts=(
            (
                "[Meu filho|Minha filha|O do meio] tem [três|sete|onze|catorze] anos, [é doce na "
                "escola|não para quieto|anda tristinha]."
            ),
            (
                "[Sou mãe solo|Somos pais de primeira viagem|Crio meus netos], [sem rede de "
                "apoio|exausta|aprendendo na marra]."
            ),
            (
                "[Toda noite|Cada manhã] [é a mesma briga|vira um drama], [banho, dente, choro|acabo "
                "gritando|e me sinto péssima]."
            ),
            (
                "[A escola|A professora] [me chamou|mandou bilhete], [nada grave|fiquei sem chão][, "
                "segunda vez|]."
            ),
            "[Nasceu|Chegou] [o irmãozinho|a caçula], [ciúme puro|ele voltou a fazer xixi na cama].",
            (
                "[Nos separamos|O pai saiu de casa] [em março|faz seis meses], [duas casas, duas "
                "regras|elas sentem]."
            ),
            (
                "[A avó|Meu sogro|A vizinha] [diz que mimo demais|dá doce escondido|palpita em tudo][, "
                "cansa|]."
            ),
            (
                "[Mudamos|Acabamos de mudar] [de país|de cidade], [língua nova|sem amigos ainda][, é "
                "muita coisa|]."
            ),
        ),
        asks=(
            (
                "[Como faço|O que fazer] para [ele dormir sozinho|ela comer legumes|eles pararem de "
                "brigar] [sem suborno|sem gritar|]?"
            ),
            (
                "[É normal|Devo me preocupar] que [ele tenha amigo imaginário|ela minta tanto|meu "
                "adolescente durma até as duas]?"
            ),
            (
                "[Quanto tempo|Quantas horas] de [tela|sono|videogame] [é razoável|faz bem] [aos oito "
                "anos|para um bebê|na adolescência]?"
            ),
            (
                "[Me ajuda a explicar|Como explico] [a morte do avô|o divórcio|de onde vêm os bebês] [a "
                "uma criança de cinco anos|sem assustar]."
            ),
            (
                "[O que digo|Como reajo] quando [ele bate na irmã|ela faz birra no mercado|ele me "
                "responde mal]?"
            ),
            (
                "[Escreve|Redige] [um bilhete para a professora|regras da casa|um e-mail à coordenação] "
                "sobre [bullying|celular na mesa|as faltas]."
            ),
            (
                "[Com que idade|Quando] [pode ter celular|fica sozinho em casa|larga a fralda], [em "
                "geral|por aí]?"
            ),
            (
                "[Monta|Preciso de] uma rotina [de manhã|da noite|de fim de semana] [para dois "
                "filhos|com horários|que a babá siga]."
            ),
            (
                "[Ideias de|Me dá] [brincadeiras|atividades] [para dia de chuva|sem tela|sem gastar], "
                "[entre três e nove anos|que cansem]."
            ),
            (
                "[Devo|Seria errado] [ler as mensagens dele|proibir o jogo|pôr de castigo], ou "
                "[piora|passo do limite]?"
            ),
            (
                "[Como desfraldar|Dicas para tirar a chupeta|Como acabar com a mamadeira] [com "
                "carinho|em uma semana|de uma menina teimosa]?"
            ),
        ),
        terse=(
            "[birra|mordida|pesadelo] [2 anos|3 anos] [o que fazer|mercado|creche]",
            "[rotina|horário] [sono|manhã] [criança|bebê] [tabela|]",
            "[tempo de tela|mesada|celular] [por idade|8 anos|adolescente]",
            "explicar [morte|separação] para [criança|5 anos|menina]",
            "[ciúme|briga] [irmãos|bebê novo] [dicas|livro]",
            "[atividades|brincadeiras] [chuva|sem tela|festa] [6 anos|]",
        ),
        details=(
            "[Sem|Nada de] [palmada|castigo|grito][, por favor|, não funciona|].",
            "[Temos|Só tenho] [meia hora|dez minutos] [de manhã|antes do trabalho].",
            "[Ele é|Ela é] [tímida|muito sensível|autista leve][, já avaliaram|].",
            "[Precisa|Tem que] funcionar [na casa do pai também|em público|com os avós].",
            "[Moramos|A gente mora] em [apartamento|casa sem quintal|cidade pequena].",
            "[Responde|Explica] [curtinho|em passos|com frases prontas][, estou sem cabeça|].",
        ),
        followups=(
            "[E se|E quando] [ela rir de mim|for na escola|a avó desautorizar]?",
            "[Tentamos|Fizemos] [três dias|a semana toda], [melhorou|nada|piorou], [continuo|e agora]?",
            "[É culpa minha|Será fase|Pode ser TDAH], [sinceramente|ou exagero]?",
            "[Que palavras|O que exatamente] [uso|digo] [na hora|a um menino de quatro]?",
            "[Faz|Pode fazer] [um quadro|uma versão curta] [para a geladeira|para o pai]?",
            "[Quando|Em que momento] [procuro ajuda|vou ao pediatra|converso com a escola]?",
        ),
        replies=(
            (
                "[Abaixe-se|Chegue perto], [diga o que ele sente|fale baixo] e [mantenha o "
                "limite|repita uma frase]."
            ),
            (
                "[É comum|Isso passa] [nessa idade|com bebê novo], [rotina ajuda|um tempinho só dela "
                "resolve muito]."
            ),
            (
                "[Dê duas opções|Ofereça escolha], [azul ou verde|agora ou em dois minutos][, ele sente "
                "que manda um pouco|]."
            ),
            (
                "[Use palavras verdadeiras|Diga a verdade simples]; [responda só o que perguntar|elas "
                "imaginam pior][, e abrace|]."
            ),
            (
                "[Pedir desculpa|Voltar e consertar] [também educa|vale mais que acertar sempre][, diga "
                "que estava cansada|]."
            ),
        ),
    ),
    Topic(
        name="draft_work_email",
        area="writing",
        weight=2.8,
        concern=1,
        contexts=(
            (
                "[Trabalho|Estou] [numa clínica|numa startup|na prefeitura], [clima tenso|faz pouco "
                "tempo|e o tom aqui é formal]."
            ),
            (
                "[Meu chefe|Uma cliente|O fornecedor] [não responde|mudou tudo de novo|levou a mal meu "
                "recado], [há dez dias|e o prazo corre]."
            ),
            (
                "[Cometi|Houve] [um erro na nota|um engano|um esquecimento], [preciso avisar|ninguém "
                "notou][, que vergonha|]."
            ),
            (
                "[Saio de férias|Vou sair de licença|Mudo de setor] [na sexta|dia doze], [falta passar "
                "o bastão|tem muita coisa aberta]."
            ),
            "[Sou nova|Sou estagiário|Fui promovida], [não sei o tom|fico insegura por escrito].",
            (
                "[A reunião|O treinamento] [caiu em cima da consulta|precisa mudar], [de novo|pela "
                "segunda vez]."
            ),
            (
                "[Odeio|Tenho dificuldade em] [cobrar|dizer não|pedir aumento], [enrolo demais|sempre "
                "peço desculpa]."
            ),
            (
                "[O cliente é|Escrevo para alguém] [de Portugal|mais velho|muito formal], [por isso o "
                "cuidado|e não quero errar]."
            ),
        ),
        asks=(
            (
                "[Escreve|Redige|Me ajuda com] um e-mail para [cobrar um pagamento|pedir "
                "aumento|recusar um convite], [educado e firme|curtinho]."
            ),
            (
                "[Como|Com que palavras] [aviso que vou sair|digo não ao meu chefe|peço desculpa pelo "
                "atraso] [sem me rebaixar|por escrito]?"
            ),
            (
                "[Melhora|Reescreve] [esta frase|meu texto]: ['Favor responder com urgência'|'Isso não "
                "é comigo'|'Venho por meio desta']."
            ),
            (
                "[Qual assunto|Que título] [coloco|uso] num e-mail [à diretoria|de candidatura "
                "interna|com más notícias]?"
            ),
            (
                "[Pode|Consegue] [encurtar|suavizar|deixar mais direto] [este e-mail|a mensagem]? [Está "
                "com uma página.|Ela é brava.]"
            ),
            (
                "[Preciso|Tenho que] [remarcar com um cliente|pedir orçamento|avisar a equipe do "
                "corte], [me dá uma versão|dois tons diferentes]."
            ),
            (
                "[Traduz|Passa] para [inglês formal|português de Portugal]: [a peça chega "
                "quinta|agradecemos a paciência]."
            ),
            (
                "[Como responder|O que respondo] a [um e-mail grosseiro|um colega que me copia em "
                "tudo|um pedido absurdo][, sem perder a classe|]?"
            ),
            (
                "[Mensagem automática|Um aviso de ausência] [para férias|de licença|bilíngue], [com "
                "contato de apoio|duas linhas]."
            ),
            (
                "[Convida|Quero convidar] [os colegas|ex-alunos|parceiros] para [um café|uma oficina|a "
                "despedida], [tom leve|com confirmação]."
            ),
            (
                "[Resume|Faz um resumo] [da reunião|do projeto] em [cinco tópicos|um parágrafo]: [verba "
                "travada, entrega em maio|dois saíram, um entra]."
            ),
        ),
        terse=(
            "email [cobrança|demissão|férias] [formal|modelo|curto]",
            "[assunto|fecho] de email [cliente|diretoria|vaga]",
            "[recusar|remarcar] reunião [educado|exemplo|chefe]",
            "[pedido de aumento|feedback] [email|por escrito|exemplo]",
            "resposta [email grosseiro|reclamação] [profissional|]  [cliente|]",
            "[ata|resumo] [reunião|projeto] [tópicos|modelo]",
        ),
        details=(
            "[Trato por|Uso] [você|senhora|tu][, é o costume|].",
            "[Até|Máximo] [cem palavras|cinco linhas|três frases].",
            "[Não cite|Evita] [o orçamento|minha saúde|outros setores][, é delicado|].",
            "[Sem|Nada de] [enrolação|exclamação|'espero que esteja bem'].",
            "[Inclui|Põe] [dois horários|uma data limite|um telefone] [no fim|].",
            "[Ela já sabe|Ele não sabe] [do atraso|do caso|quem eu sou].",
        ),
        followups=(
            "[Mais|Um pouco mais] [curto|caloroso|firme][, pode ser|]?",
            "[Responderam|Ele disse] ['vamos ver'|que não há verba|secamente], [e agora|como sigo]?",
            "[Que assunto|Qual fecho] [ponho|combina] [aí|]? [Nada pomposo.|]",
            "[Tira|Corta] [a desculpa|a segunda frase|'cordialmente'], [ficou demais|por favor].",
            "[Faz|E] [em inglês|uma versão para WhatsApp], [dá|por favor]?",
            "[Copio|Devo copiar] [meu chefe|o RH], [ou é exagero|hoje mesmo]?",
        ),
        replies=(
            (
                "[Segue uma versão|Sugiro]: ['Poderia confirmar até quinta?'|'Retomo o assunto da "
                "fatura 214.'] [Simples e direto.|Sem cobrança no tom.]"
            ),
            "[Enxuguei|Cortei]: [fato, pedido, data|três frases][, e um só agradecimento|].",
            "[Comece|Abra] [pelo fato|com o que já foi feito], [depois o pedido|em seguida a data].",
            "[Espere|Deixe passar] [uma hora|a noite] [antes de enviar|][, e fique nos fatos|].",
            (
                "[No assunto|Como título], ['Fatura 214: confirmação até quinta'|'Remarcar reunião do "
                "dia 4'] [basta|diz tudo]."
            ),
        ),
    ),
    Topic(
        name="password_reset",
        area="support",
        weight=1.1,
        concern=1,
        contexts=(
            (
                "[Troquei de|Perdi o|Roubaram meu] celular [ontem|semana passada], [o código vai pro "
                "número antigo|sumiu o autenticador]."
            ),
            (
                "[Estou|Fiquei] [bloqueada desde cedo|fora da conta há dois dias], [preciso emitir "
                "nota|tenho voo para confirmar]."
            ),
            (
                "O e-mail de recuperação [não chega|expira na hora|vai para um endereço morto], [já "
                "olhei o spam|tentei cinco vezes]."
            ),
            (
                "[Minha mãe|Meu avô|Meu tio] [usava uma senha para tudo|anotou errado][, e eu sou a "
                "informática da família|]."
            ),
            (
                "[Alguém|Um estranho] [entrou na minha conta|trocou o telefone de recuperação], [recebi "
                "alerta de madrugada|estou com medo]."
            ),
            "[É conta|É o acesso] [do trabalho|da faculdade], [o suporte só segunda|ninguém atende].",
            "[Tenho certeza|Juro] que a senha [está certa|é essa], [diz inválida|maiúscula e tudo].",
            (
                "[Estou viajando|Moro fora agora], [sem o chip brasileiro|SMS não chega][, e o site "
                "desconfia|]."
            ),
        ),
        asks=(
            (
                "[Como|De que jeito] [recupero|troco] a senha [do e-mail|do banco|da nuvem] [sem o "
                "número antigo|se o e-mail de apoio já era]?"
            ),
            (
                "[Não consigo|Não dá para] passar da [verificação em duas etapas|pergunta secreta], "
                "[que opções tenho|com quem falo]?"
            ),
            (
                "[O que faço|Primeiros passos] se [invadiram minha conta|cliquei num link "
                "falso|trocaram minha senha]?"
            ),
            (
                "[Por que|Como assim] [o site recusa a senha nova|pede código toda hora|diz que a conta "
                "não existe]?"
            ),
            (
                "[Me ajuda a|Preciso] [desbloquear|acessar] [um notebook|um tablet da escola|uma rede "
                "antiga] [antes da reunião|sem apagar nada]."
            ),
            (
                "[Explica|Me ensina] [verificação em duas etapas|gerenciador de senhas|chaves de "
                "acesso] [para leigos|passo a passo]."
            ),
            "[Quanto tempo|Por quanto tempo] [dura o bloqueio|vale o link|espero depois de errar]?",
            (
                "[Sugere|Cria] um jeito de fazer senha [forte e fácil de lembrar|para a família "
                "toda|sem símbolo maluco]."
            ),
            (
                "[Escreve|Redige] [uma mensagem ao suporte|um chamado] [provando que a conta é "
                "minha|pedindo o acesso de volta]."
            ),
            (
                "[Esqueci|Não lembro] [o PIN|o desenho|o nome de usuário] do [tablet|chip|roteador], "
                "[quantas tentativas tenho|perco as fotos]?"
            ),
        ),
        terse=(
            "[esqueci|trocar|recuperar] senha [email|banco|wifi] [sem telefone|]",
            "[código|autenticador] [celular novo|não chega|perdido]",
            "conta [bloqueada|invadida|hackeada] [quanto tempo|o que fazer]",
            "[pin|padrão] esquecido [tablet|chip|celular] [sem apagar|]",
            "[link expirado|email não chega] [redefinir|spam]  [por que|]",
            "[gerenciador de senhas|chave de acesso] [família|como funciona|grátis]",
        ),
        details=(
            "[Ainda tenho|Tenho] [o chip antigo|um notebook logado|um e-mail reserva].",
            "[Não posso|Não consigo] [receber SMS|ir à loja|apagar os dados].",
            "[Explica|Fala] [sem termo técnico|devagar|em passos numerados][, é para minha mãe|].",
            "[Uso|É num] [Android|iPhone velho|computador com Windows].",
            "[Preciso|Tem que ser] [hoje|até as cinco|antes de viajar].",
            "[Já|Eu já] [reiniciei|limpei o navegador|tentei outro aparelho], [nada|igual].",
        ),
        followups=(
            (
                "[Agora diz|Apareceu] ['não foi possível verificar'|'código expirado'|'tente amanhã'], "
                "[e aí|que faço]?"
            ),
            "[Entrei|Consegui], [obrigada|ufa]! [O que mudo primeiro?|Saio dos outros aparelhos?]",
            "[Onde|Em que menu] [fica isso|acho a opção] [no celular|no site novo]?",
            "[E se|E quando] [pedirem documento|o e-mail nem existir|travar de novo]?",
            "[Como sei|Dá para saber] [se o e-mail é verdadeiro|se não é golpe|quem entrou]?",
            "[Troco|Devo trocar] [as outras senhas|o banco também], [por segurança|ou é exagero]?",
        ),
        replies=(
            (
                "[Toque em|Escolha] 'tentar de outro jeito' [num aparelho já usado|em casa], [o sistema "
                "confia mais|costuma liberar]."
            ),
            (
                "[Espere um dia|Aguarde 24 horas|Deixe passar a noite], [cada tentativa reinicia o "
                "prazo|depois peça um link só]."
            ),
            (
                "[Troque primeiro a do e-mail|Comece pelo e-mail], [encerre as sessões|confira os "
                "encaminhamentos] e [ligue as duas etapas|]."
            ),
            (
                "[Não consigo redefinir|Só o provedor redefine], mas [isto é o que pedem|uma mensagem "
                "clara ajuda]: [data de criação|senhas antigas]."
            ),
            (
                "[Quatro palavras soltas|Uma frase comprida] [valem mais que símbolos|são fortes][, e "
                "fáceis de digitar|]."
            ),
        ),
    ),
    Topic(
        name="language_practice",
        area="learning",
        weight=1.6,
        concern=1,
        contexts=(
            (
                "[Vou|Me mudo] [para a Irlanda|para Berlim|para o Chile] [em dois meses|no verão], [e "
                "travo ao falar|só sei o básico]."
            ),
            (
                "[Tenho|Faço] [prova de proficiência|entrevista em inglês|apresentação] [na terça|daqui "
                "a um mês], [estou nervosa|quero treinar]."
            ),
            (
                "[Estudo|Aprendo] [francês|inglês|alemão] [sozinho|há um ano|por aplicativo], [entendo "
                "mas não falo|não tenho com quem praticar]."
            ),
            (
                "[Minha sogra|Meu namorado|Minha chefe] [só fala espanhol|é italiana], [queria "
                "conversar direito|fico muda no almoço]."
            ),
            (
                "[Parei|Larguei] [o curso|a escola de idiomas] [na pandemia|há anos], "
                "[enferrujei|voltando aos poucos]."
            ),
            (
                "[Sou|Trabalho como] [garçom|enfermeira|programadora], [atendo estrangeiros|reuniões "
                "toda semana]."
            ),
            (
                "[Gramática|Leitura] [vai bem|eu domino], [o problema é ouvir|mas minha pronúncia é um "
                "desastre]."
            ),
            "[Quinze minutos|Meia hora] [por dia|no ônibus] é [o que tenho|meu limite][, todo dia mesmo|].",
        ),
        asks=(
            (
                "[Conversa comigo|Vamos conversar] em [inglês|francês|italiano] sobre "
                "[viagens|comida|meu dia], [corrigindo meus erros|nível básico]."
            ),
            (
                "[Faz de conta|Finge] que você é [um garçom em Paris|a atendente do aeroporto|meu "
                "entrevistador], [eu respondo em inglês|devagar]."
            ),
            (
                "[Corrige|Olha] [esta frase|meu texto]: ['I am here since three years'|'Je suis allé au "
                "cinéma hier avec ma ami'|'Ich habe gegangen'], [e explica|por que está errado]?"
            ),
            (
                "[Qual a diferença entre|Me explica de vez] ['por' e 'para' em espanhol|'make' e "
                "'do'|'since' e 'for'|'der' e 'dem']?"
            ),
            (
                "[Monta|Cria] um plano de [trinta dias|três meses] para [destravar a fala|passar no "
                "B1|aprender mil palavras]."
            ),
            (
                "[Me dá|Quero] [vinte frases|vocabulário|diálogos curtos] para [o "
                "médico|restaurante|reunião de trabalho] em [alemão|inglês]."
            ),
            (
                "[Me testa|Faz um quiz] com [verbos irregulares|preposições|números em francês], [uma "
                "pergunta por vez|dez questões]."
            ),
            (
                "[Como se pronuncia|Como falo] ['through' e 'though'|o r francês|o 'ch' alemão], [com "
                "truque|para brasileiro]?"
            ),
            (
                "[Conta|Escreve] uma história [no nível A2|bem simples] em [espanhol|inglês] e [faz "
                "perguntas depois|marca as palavras difíceis]."
            ),
            (
                "[Como digo|O que soa natural para dizer] ['saudade'|'dar um jeitinho'|'ficar de boa'] "
                "em [inglês|francês][, entre amigos|]?"
            ),
        ),
        terse=(
            "[praticar|conversar em] [inglês|francês] [nível a2|entrevista|iniciante]",
            "diferença [since for|make do|por para] [exercícios|exemplos]",
            "vocabulário [hotel|médico|trabalho] [alemão|inglês]  [lista|]",
            "[corrigir|traduzir] [frase|parágrafo] [inglês|espanhol]",
            "[verbos irregulares|phrasal verbs] [quiz|tabela|frases]",
            "plano de estudos [b1|ielts|francês] [30 dias|]",
        ),
        details=(
            "[Estou|Devo estar] no nível [A2|intermediário|básico], [acho|segundo um teste].",
            "[Corrige|Aponta] [só erros graves|cada erro|no fim da conversa][, por favor|].",
            "[Frases|Respostas] [curtas|com tradução embaixo|sem gíria].",
            "[Prefiro|Quero] [inglês britânico|espanhol da América|francês do dia a dia].",
            "[Uma pergunta|Um turno] por vez[, senão me perco|, ok|].",
            "[Sem|Nada de] [gramática pesada|fonética complicada][, por enquanto|].",
        ),
        followups=(
            (
                "[Minha resposta|Respondo]: ['Yesterday I have seen her'|'Je voudrais un café, s'il te "
                "plaît'|'Ich komme aus Brasilien'], [certo|ficou bom]?"
            ),
            "[Por que|Não entendi por que] ['did' e não 'have'|é 'dem' aqui|o verbo vai no fim]?",
            "[Mais devagar|Mais difícil|Outra cena], [por favor|dá]?",
            "[Como soa|Qual] [mais natural|a forma educada] [disso|para um chefe]?",
            "[Repete|De novo], [com outras palavras|só o vocabulário|agora no passado].",
            "[Acertei|Quantas acertei], [nove de dez|todas]? [Próximo nível!|]",
        ),
        replies=(
            (
                "[Quase|Muito bem]: ['I have been here for three years'|'avec mon amie'], [porque ainda "
                "continua|o resto está certo]."
            ),
            (
                "[Bonjour! Vous désirez?|Good morning, may I see your passport?] [Responda com uma "
                "frase.|Tente sem traduzir.|]"
            ),
            (
                "['Since' marca o início|'For' mede a duração], [repita três exemplos|um em cada "
                "frase][, agora você|]."
            ),
            (
                "[Fale|Grave-se] [cinco minutos por dia|em voz alta], [sem parar para corrigir|depois "
                "escute][, a fluência vem disso|]."
            ),
            (
                "[Próxima pergunta|Agora]: [o passado de 'go'?|como pede a conta em francês?] [Sem "
                "pressa.|Responda curto.]"
            ),
        ),
    ),
)
