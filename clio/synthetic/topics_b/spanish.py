"""Topics in Spanish."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="home_cooking",
        area="home_life",
        weight=2.4,
        concern=1,
        contexts=(
            (
                "[El sábado|Mañana|Este fin de semana] [vienen mis suegros|tengo seis "
                "invitados|celebramos un cumpleaños] y [no quiero improvisar|estoy un poco "
                "nerviosa|quiero quedar bien]."
            ),
            (
                "[Vivo solo|Comparto piso|Acabo de independizarme] y [solo tengo un fogón|mi cocina es "
                "minúscula|apenas sé freír un huevo]."
            ),
            (
                "[Mi abuela|Mi madre|Mi tía] [lo preparaba de memoria|nunca apuntó la receta|lo hacía "
                "cada domingo] y [lo echo de menos|quiero recuperarlo]."
            ),
            (
                "[La última vez|Ayer|El otro día] [se me quemó|me salió insípido|quedó hecho un "
                "engrudo], [un desastre|qué vergüenza|y acabamos pidiendo pizza]."
            ),
            (
                "[Llego tarde del trabajo|Salgo a las nueve|Tengo turnos raros], [así que necesito algo "
                "rápido|no puedo pasarme horas en la cocina]."
            ),
            (
                "[En casa hay|Tengo] [un celíaco|una niña muy tiquismiquis|dos vegetarianos], [lo cual "
                "complica la cosa|y no quiero cocinar doble]."
            ),
            (
                "[Estoy aprendiendo|Llevo poco tiempo cocinando|Me estoy aficionando], [explícamelo "
                "como a un niño|todavía me pierdo con los tiempos]."
            ),
            (
                "[El súper está cerrado|No pude hacer la compra|La nevera da pena], [tengo lo "
                "básico|hay que apañarse con lo que hay]."
            ),
        ),
        asks=(
            (
                "¿[Cómo hago|Cómo preparo|Cuál es el truco de] [una tortilla jugosa|un arroz "
                "caldoso|unas croquetas que no se abran]?"
            ),
            (
                "[Dame|Pásame|Necesito] una receta de [lentejas|pisto|caldo casero] [sin "
                "complicaciones|paso a paso|con cantidades en gramos]."
            ),
            (
                "¿[Por qué|Cómo es que] [se me corta la mayonesa|la masa no sube|el bizcocho se hunde "
                "por el centro]? [¿Qué hago mal?|Me pasa siempre.|]"
            ),
            (
                "¿[Con qué puedo|Con qué se puede] sustituir [la nata|el huevo|el vino blanco] en [una "
                "salsa|un postre|un guiso]?"
            ),
            (
                "¿[Cuánto tiempo|Cuántos minutos] [hay que cocer|dejo] [los garbanzos|el pulpo|las "
                "alcachofas] [en olla rápida|para que queden tiernos|]?"
            ),
            (
                "[Ideas para|Qué puedo hacer con] [pollo asado de ayer|medio calabacín y dos "
                "tomates|pan duro], [algo sabroso|que no sea sopa]."
            ),
            (
                "[Explícame|Me gustaría entender] [cómo sofreír bien|cómo se liga una salsa|qué es "
                "pochar] y [cuándo parar|los errores típicos]."
            ),
            (
                "¿[Se puede|Es buena idea] [congelar la paella|marinar el pescado toda la noche|hacer "
                "la masa el día antes], o [pierde textura|mejor no]?"
            ),
            (
                "[Quiero|Me apetece] [sorprender con un postre|hacer pan en casa|un menú de cuchara] "
                "[sin horno|sin gastar mucho|en menos de una hora], ¿[qué propones|por dónde empiezo]?"
            ),
            (
                "[Se me ha ido la mano con|Le puse demasiado] [la sal|el picante|el vinagre] [al "
                "guiso|a las alubias], ¿[tiene arreglo|cómo lo salvo]?"
            ),
            (
                "[Adapta|Ayúdame a adaptar] [una receta de cuatro a doce personas|el gazpacho para "
                "alguien alérgico al ajo|una tarta a freidora de aire]."
            ),
        ),
        terse=(
            "[receta|cómo hacer] [croquetas|salmorejo|empanadas] [fácil|sin gluten|de la abuela]",
            "[sustituto|reemplazo] [nata|huevo|levadura] [bizcocho|salsa|]",
            "[arroz|paella|risotto] [pasado|caldoso|cantidad de caldo] [solución|]",
            "cena [rápida|ligera|con huevos] [para dos|15 minutos|]",
            "[tiempo|temperatura] [pollo asado|bacalao|cordero] [horno|]",
            "[qué cocinar|ideas] con [berenjena|garbanzos de bote|pan duro] [hoy|]",
        ),
        details=(
            "[Sin|Nada de] [frutos secos|lactosa|cilantro], [por alergia|por favor|nadie lo soporta].",
            "[Somos|Seremos] [cuatro|seis|nueve] [a la mesa|, con dos niños|en total].",
            "[No tengo|Me falta] [batidora|horno|olla exprés][, solo una sartén|, ya lo siento|].",
            "[Que no pase de|Como mucho,] [treinta minutos|diez euros|una hora][, si puede ser|].",
            "[Que se pueda|Mejor si se puede] [dejar hecho|congelar|llevar en táper] [el día antes|].",
            "[Medidas en gramos|Cantidades exactas|Pasos cortos], [por favor|que soy muy torpe|gracias].",
        ),
        followups=(
            "¿[Y si|Qué pasa si] [no encuentro perejil|uso aceite de girasol|lo hago sin ajo]?",
            "¿[Cuánto aguanta|Cuánto dura] [en la nevera|congelado|fuera] [sin estropearse|]?",
            (
                "[Ya está en el fuego|He empezado] y [huele a quemado|queda líquido|tiene buena pinta], "
                "¿[es normal|qué hago]?"
            ),
            (
                "¿Podrías [pasarlo a seis raciones|resumirlo en cinco pasos|hacerme la lista de la "
                "compra][, por favor|, si no es molestia|]?"
            ),
            "[Salió buenísimo|Quedó genial|Les encantó], ¿[alguna variante|qué pruebo ahora]?",
            "¿[Con qué|Y con qué] [lo acompaño|vino va bien|salsa queda mejor]?",
        ),
        replies=(
            (
                "[Empieza con fuego bajo|Sofríe despacio] y [prueba la sal al final|no remuevas "
                "demasiado]; [la paciencia lo es todo|así coge sabor]."
            ),
            (
                "[Puedes usar|Sirve] [leche evaporada|yogur natural|un chorrito de limón], [un poco "
                "menos de cantidad|y reduce a fuego suave]."
            ),
            (
                "[Aquí va la receta|Te la dejo paso a paso]: [primero la base|pica todo fino], [luego "
                "el caldo|después el reposo] [y listo|]."
            ),
            (
                "[Para salvarlo|Si te pasaste], [añade patata o agua|aumenta la cantidad del resto] y "
                "[cuece diez minutos más|prueba otra vez]."
            ),
            (
                "[Déjalo reposar|Dale reposo] [diez minutos|toda la noche]; [gana textura|se asientan "
                "los sabores] [y se corta mejor|]."
            ),
        ),
    ),
    Topic(
        name="travel_itinerary",
        area="leisure",
        weight=2.0,
        concern=1,
        contexts=(
            (
                "[Viajamos|Nos vamos] [en octubre|en Semana Santa|a finales de mayo] [con una niña de "
                "tres años|con mis padres|en pareja] y [no queremos correr|nos gusta ir tranquilos]."
            ),
            (
                "[Tenemos|Dispongo de] [cuatro días|una semana|diez días] y [poco presupuesto|vuelos ya "
                "comprados|muchas ganas]."
            ),
            (
                "[Es mi primera vez|Nunca he ido|Siempre he ido con agencia], [y viajo sola|así que "
                "estoy algo perdido]."
            ),
            (
                "[Nos interesa|Me gusta] [la comida callejera|la arquitectura|el senderismo], [los "
                "museos menos|y odio las colas|nada de compras]."
            ),
            (
                "[No conducimos|Preferimos el tren|Alquilaremos coche], [salvo que no haya otra|así que "
                "importa la ruta]."
            ),
            (
                "[El año pasado|La última vez] [vimos demasiado|nos llovió toda la semana|acabamos "
                "agotados], [no quiero repetir|esta vez con calma]."
            ),
            (
                "[Mi marido|Mi hermana|Un amigo] [va en silla de ruedas|es vegano|no aguanta el calor], "
                "[hay que tenerlo en cuenta|y eso limita]."
            ),
            (
                "[Hacemos escala|Tengo una boda|Voy a un congreso] en [Lima|Sevilla|Bogotá|Roma] [y "
                "quiero aprovechar|con un par de días libres]."
            ),
        ),
        asks=(
            (
                "[Organízame|Hazme|Prepárame] un itinerario de [tres|cinco|siete] días por "
                "[Lisboa|Oaxaca|el norte de Italia] [sin madrugones|con tardes libres|]."
            ),
            (
                "¿[Qué ver|Qué hacemos] en [Granada|Buenos Aires|Praga] [en un día de lluvia|con "
                "niños|en seis horas de escala]?"
            ),
            (
                "¿[Cuántos días|Cuánto tiempo] [hacen falta|recomiendas] para [Costa Rica|la "
                "Patagonia|Sicilia] y [en qué orden|qué dejo fuera]?"
            ),
            (
                "¿[En qué barrio|En qué zona] [me alojo|conviene dormir] en [París|Medellín|Berlín], "
                "[tranquilo y bien comunicado|sin gastar mucho]?"
            ),
            (
                "¿[Tren o avión|Autobús o coche] de [Madrid a Lisboa|Cusco a Arequipa|Viena a "
                "Budapest]? [Llevamos mucho equipaje.|Importa más el precio.|]"
            ),
            (
                "[Necesito|Busco] [una ruta en furgoneta|un plan romántico|una escapada barata] [cerca "
                "de Barcelona|por Galicia|en el Caribe mexicano]."
            ),
            (
                "¿[Es realista|Da tiempo a] [ver Roma, Florencia y Venecia|recorrer Andalucía|hacer "
                "Tokio y Kioto] en [cinco días|una semana], o [es una locura|quito algo]?"
            ),
            (
                "[Hazme|Escríbeme] [una lista de equipaje|un presupuesto] para [dos semanas en "
                "Islandia|el Camino de Santiago|un safari]."
            ),
            (
                "[Revisa|Mírame] [este plan|mi borrador]: [día 1 seis museos, día 2 excursión, día 3 "
                "vuelta|tres ciudades en cuatro días]. ¿[Demasiado?|Qué quito?]"
            ),
            (
                "¿[Qué errores|Qué timos] [debo evitar|son típicos] en [Marrakech|Roma|Cartagena], "
                "[siendo mujer sola|la primera vez]?"
            ),
            (
                "[Recomiéndame|Dime] [sitios poco turísticos|dónde comer bien|miradores] en "
                "[Oporto|Ciudad de México|Nápoles] [a los que vaya gente local|a pie|]."
            ),
        ),
        terse=(
            "[ruta|itinerario] [Japón|Marruecos|Toscana] [10 días|con niños|en tren]",
            "[qué ver en|escapada] [Lisboa|Cusco|Granada] [fin de semana|2 días|gratis]",
            "[mejor época|presupuesto] [Vietnam|Patagonia|Islandia] [mochilero|pareja]",
            "[dónde alojarse|mejor zona] [Nueva York|Roma|Medellín] [barato|seguro]",
            "[lista|maleta] [crucero|Camino de Santiago|invierno] [mujer|cabina]",
            "[escala|conexión] [Madrid|Panamá|París] [8 horas|de noche] [qué hacer|]",
        ),
        details=(
            "[Presupuesto|Gasto previsto]: [mil euros por persona|cien al día|lo justo][, vuelos aparte|].",
            "[Nada de|Sin] [museos|madrugar|coche][, por favor|, que son vacaciones|].",
            (
                "[Vamos|Seremos] [dos adultos|cinco amigos|tres generaciones], [gente tranquila|con "
                "ritmo lento]."
            ),
            "[Incluye|Añade] [precios aproximados|tiempos de traslado|un plan B si llueve].",
            (
                "[Me gustaría|Quiero] [una tarde de playa|un mercado|algo de montaña] [sí o sí|a mitad "
                "del viaje]."
            ),
            "[Comemos|Como] [vegetariano|de todo|sin gluten], [y la comida importa|así que anota sitios].",
        ),
        followups=(
            (
                "¿[Puedes cambiar|Cambiamos] [el segundo día|el museo|la excursión] por [algo más "
                "tranquilo|una playa|un mercado]?"
            ),
            "¿[Y si|Qué hacemos si] [llueve|está cerrado|nos cansamos]?",
            "¿[Cuánto costaría|Por cuánto sale] [todo|el tren|ese día] [más o menos|para dos]?",
            (
                "¿Hay que [reservar la entrada|comprar el billete|pedir mesa] [con antelación|en "
                "temporada baja|]?"
            ),
            (
                "[Demasiado|Lo veo muy] [apretado|turístico|caro], [quita algo|dame otra opción|baja el "
                "ritmo]."
            ),
            "[Ahora|Perfecto, ahora] [hazme la lista de equipaje|ponlo en una tabla|dime dónde dormir].",
        ),
        replies=(
            (
                "[Yo haría|Te propongo] [dos noches en cada sitio|una base y excursiones], con [mañanas "
                "activas y tardes libres|un día de descanso]."
            ),
            (
                "[En esa época|Por esas fechas] [refresca por la noche|hay menos gente], [lleva "
                "capas|mira los horarios]."
            ),
            (
                "[El tren tarda|En tren son] [unas tres horas|casi cuatro horas] y [compensa "
                "reservar|sale mejor con antelación]."
            ),
            (
                "[Quitaría|Dejaría fuera] [una ciudad|la excursión larga]; [así no vives en la "
                "estación|ganas media jornada]."
            ),
            (
                "[Alójate|Duerme] [cerca del casco antiguo|junto al metro], [se llega andando a casi "
                "todo|y evita la calle principal]."
            ),
        ),
    ),
    Topic(
        name="fix_python_error",
        area="software",
        weight=2.6,
        concern=1,
        contexts=(
            (
                "[Estoy empezando|Llevo dos semanas|Vengo de Excel y empiezo] con Python y [no entiendo "
                "los errores|me pierdo con las versiones]."
            ),
            (
                "[Ayer funcionaba|Funciona en mi casa|En el portátil va bien], [hoy no|en el servidor "
                "no|y no he tocado nada]."
            ),
            (
                "[Es para|Lo necesito para] [la universidad|un script del trabajo|mi TFG], [entrego "
                "mañana|me corre prisa|y voy tarde]."
            ),
            (
                "[Uso|Trabajo con] [Windows y VS Code|un cuaderno de Jupyter|Python 3.11 en Linux], "
                "[por si importa|recién instalado]."
            ),
            (
                "[He buscado en foros|Ya miré la documentación|Llevo horas con esto], [pero no es mi "
                "caso|y cada uno dice una cosa]."
            ),
            (
                "[El código|El script] [lo heredé|lo escribió un compañero|tiene trescientas líneas], "
                "[sin comentarios|y nadie lo entiende]."
            ),
            (
                "[Leo|Proceso] [un CSV de ventas|datos de sensores|respuestas de una API], [con valores "
                "sucios|nada raro|muchísimas filas]."
            ),
            "[Soy bióloga|Soy contable|No soy informático], [aprendo sobre la marcha|así que despacito].",
        ),
        asks=(
            (
                "¿Por qué me [sale|da|salta] '[KeyError: fecha|IndexError: list index out of "
                "range|ModuleNotFoundError]' [si ayer funcionaba|solo a veces|]?"
            ),
            (
                "[Me salta|Tengo|Aparece] un [TypeError|ValueError] al [sumar una lista|convertir texto "
                "a número|leer fechas], ¿[cómo lo arreglo|qué significa]?"
            ),
            (
                "[Ayúdame a|Necesito] [depurar|entender] [este error|la traza]: '[NoneType object is "
                "not subscriptable|invalid literal for int() with base 10|maximum recursion depth "
                "exceeded]'."
            ),
            (
                "¿[Qué hago|Cómo soluciono esto] [cuando pip no encuentra el paquete|con "
                "'UnicodeDecodeError' al abrir un archivo|con un import circular]?"
            ),
            (
                "[Mi bucle|La función|El while] [nunca termina|devuelve None|se salta el último "
                "elemento], ¿[qué se me escapa|dónde miro]?"
            ),
            (
                "[Pandas|El DataFrame] [me avisa con SettingWithCopyWarning|duplica filas al hacer "
                "merge|convierte las fechas en texto]. [¿Cómo se hace bien?|¿Es grave?|]"
            ),
            (
                "¿[Cómo instalo|Cómo arreglo] [un entorno virtual|las versiones de numpy|el intérprete "
                "de VS Code] [sin romper lo demás|en Windows|]?"
            ),
            (
                "[Explícame|Explica] [qué es una excepción|try y except|por qué importa la indentación] "
                "con [un ejemplo corto|este caso: 'IndentationError']."
            ),
            (
                "[requests|Mi petición] [da error 403|se queda colgada|devuelve HTML en vez de JSON], "
                "¿[es cosa mía|qué cabecera falta]?"
            ),
            (
                "[Reescribe|Corrige] [mi función|el bloque] para que [no falle con listas vacías|lea "
                "bien los acentos|cierre el archivo]."
            ),
            (
                "[Matplotlib|El gráfico] [sale en blanco|no muestra las etiquetas|no se guarda], [¿qué "
                "falta?|uso savefig después de show.]"
            ),
        ),
        terse=(
            "[keyerror|typeerror|valueerror] [pandas|diccionario|fechas] [solución|qué significa]",
            "[modulenotfounderror|pip no funciona] [windows|vscode|anaconda]",
            "[unicodedecodeerror|acentos] [leer csv|latin1] [python|]",
            "pandas [settingwithcopy|merge duplica filas|fechas como texto] [arreglar|ejemplo]",
            "python [bucle infinito|función devuelve none|lista vacía] [ayuda|por qué]",
            "[indentationerror|syntaxerror] [línea 12|python 3|al copiar]",
        ),
        details=(
            "[Uso|Tengo] Python [3.9|3.11|3.12] [en Windows|en un Mac|en Linux].",
            (
                "[No puedo|Prefiero no] [instalar nada|cambiar de versión|usar pandas], [es un equipo "
                "del trabajo|por ahora]."
            ),
            "[Explica|Dime] también [el porqué|qué línea es|cómo evitarlo][, así aprendo|, por favor|].",
            "[El fichero|El CSV] tiene [dos millones de filas|punto y coma|fechas mezcladas][, ojo|].",
            "[Solo|Únicamente] [la corrección|el fragmento|la línea cambiada], [sin rollo|gracias].",
            "[Aparece|Ocurre] [una de cada diez veces|solo con datos reales|desde la actualización].",
        ),
        followups=(
            "[Ahora|Vale, ahora] [sale otro error|dice 'NameError'|no imprime nada], [¿y esto?|¿qué hago?]",
            "[Funciona|Ya va], ¿[pero por qué|qué era exactamente|cómo lo evito]?",
            "¿[Puedes|Podrías] [comentar el código|hacerlo con una función|simplificarlo]?",
            "¿[Y si|Qué pasa si] [la lista está vacía|falta la columna|el archivo pesa 4 gigas]?",
            "¿[Dónde|En qué línea] [pongo eso|va el try|lo cambio] [exactamente|]?",
            "[Eso lo probé|Ya lo intenté] y [sigue igual|da lo mismo], ¿[otra idea|será la versión]?",
        ),
        replies=(
            (
                "[El error indica|Significa] que [la clave no existe|el valor es None]; [imprime las "
                "columnas|comprueba el tipo] [antes de usarla|]."
            ),
            (
                "[Prueba con|Usa] [encoding='latin-1'|errors='coerce'|un entorno nuevo] y [vuelve a "
                "ejecutar|mira si cambia]."
            ),
            (
                "[La función no tiene return|Falta devolver el valor], [por eso da None|añádelo al "
                "final|basta una línea más]."
            ),
            (
                "[Activa el entorno|Comprueba el intérprete] y [instala con 'python -m pip'|reinicia el "
                "editor][; suele ser eso|]."
            ),
            (
                "[Recorre una copia|Cambia el índice], [el bucle modifica la lista|empiezas en uno], y "
                "[pruébalo con tres datos|verás la diferencia]."
            ),
        ),
    ),
    Topic(
        name="cover_letter",
        area="writing",
        weight=1.7,
        concern=1,
        contexts=(
            (
                "[Llevo|Tengo] [ocho años como enfermera|tres años en ventas|poca experiencia] y "
                "[quiero cambiar de sector|busco algo más estable]."
            ),
            (
                "[La oferta|El anuncio] [pide inglés y empatía|es de una ONG|habla de 'perfil "
                "dinámico'], [cierra el viernes|y me encaja bastante]."
            ),
            (
                "[Me despidieron|Terminó mi contrato|Volví de una excedencia] [en marzo|hace un mes], "
                "[y no sé cómo contarlo|sin dramatizar]."
            ),
            (
                "[Acabo de graduarme|Estoy terminando el máster|Salgo de FP], [con prácticas en un "
                "taller|solo he trabajado de camarero]."
            ),
            (
                "[Soy|Tengo] [cincuenta y dos años|madre de dos|extranjera con papeles en regla], [y me "
                "preocupa el prejuicio|prefiero no mencionarlo]."
            ),
            (
                "[Ya tengo|He escrito] [un borrador|dos párrafos|el currículum], [pero suena a "
                "plantilla|muy soso]."
            ),
            (
                "[Me presento|Opto] a [un puesto interno|una beca|una plaza de profesor], [conozco al "
                "equipo|hay muchos candidatos]."
            ),
            (
                "[Nunca|Hace años que no] [escribo cartas así|busco trabajo], [me da pudor venderme|y "
                "estoy oxidada]."
            ),
        ),
        asks=(
            (
                "[Escríbeme|Redacta|Ayúdame con] una carta de presentación para [una recepción de "
                "hotel|un puesto de analista|una guardería], [cercana pero profesional|de una página]."
            ),
            (
                "¿[Cómo explico|Cómo cuento] [un hueco de dos años|un cambio de carrera|un despido] "
                "[sin sonar a excusa|en dos frases]?"
            ),
            (
                "[Mejora|Corrige|Dale una vuelta a] [mi primer párrafo|esta frase]: ['Me dirijo a "
                "ustedes para mostrar mi interés'|'Soy proactivo y trabajo en equipo']."
            ),
            (
                "¿[Qué debo|Qué conviene] [incluir|quitar] en una carta [sin experiencia|para un "
                "trabajo en remoto|para una empresa pequeña]?"
            ),
            "[Adapta|Acorta] mi carta [a trescientas palabras|al anuncio de almacén|a un tono más formal].",
            (
                "[Necesito|Busco] [una frase inicial|un cierre|un asunto de correo] que [no sea un "
                "tópico|llame la atención|suene natural]."
            ),
            (
                "¿[Menciono|Pongo] [mi sueldo|que estoy embarazada|que tengo discapacidad|al amigo que "
                "me recomendó], o [lo dejo para la entrevista|mejor no]?"
            ),
            (
                "[Traduce|Pasa] [mi carta|estos logros] [al inglés de negocios|a un lenguaje sencillo|a "
                "viñetas con cifras]."
            ),
            (
                "[Escribe|Hazme] una [candidatura espontánea|carta para una beca|carta de motivación] "
                "[para un museo|para irme a Irlanda|como aprendiz de carpintero]."
            ),
            (
                "¿[Me la revisas|Le echas un ojo]? [Dice:|Empieza así:] ['Desde niña me apasiona la "
                "logística'|'Vi su oferta y pensé en mí'], [¿demasiado?|¿qué cambiarías?]"
            ),
        ),
        terse=(
            "carta de presentación [enfermera|camarero|sin experiencia] [ejemplo|corta]",
            "[carta de motivación|candidatura] [beca|máster|erasmus] [modelo|una página]",
            "[explicar|justificar] [hueco laboral|despido|cambio de sector] [carta|]",
            "[frase inicial|cierre] carta [original|formal|de trabajo]",
            "[carta espontánea|email] [empresa pequeña|museo|colegio] [plantilla|]",
            "[cover letter|carta en inglés] [almacén|au pair|hotel] [nivel b1|]",
        ),
        details=(
            "[Máximo|No más de] [una página|doscientas palabras|tres párrafos][, por favor|].",
            "[Tono|Que suene] [cercano|formal|seguro pero humilde][, sin peloteo|].",
            "[Sin|Evita] [tópicos|la palabra 'proactivo'|frases eternas][, te lo ruego|].",
            "[Menciona|Incluye] [mi voluntariado|el carné de conducir|que hablo gallego][, si cabe|].",
            "[Hablo|Mi nivel es] [inglés intermedio|portugués nativo|francés básico][, conviene decirlo|].",
            "[La empresa|El centro] [es familiar|trata de tú|está en Valencia][, por si ayuda|].",
        ),
        followups=(
            "¿[Puedes|Podrías] [hacerla más corta|quitarle solemnidad|añadir una cifra]?",
            "[Suena|Me parece] [demasiado perfecta|un poco fría|muy larga], [hazla más mía|baja el tono].",
            "¿[Y el asunto|Qué pongo en el asunto] [del correo|si es espontánea|]?",
            "¿[Qué|Qué cosas] [me preguntarán|debo preparar] [en la entrevista|sobre el hueco]?",
            "[Me llamaron|Me contestaron], ¿[cómo agradezco|qué respondo|mando algo más]?",
            "[Ahora|Bien, ahora] [en inglés|para otra oferta parecida|una versión de cien palabras].",
        ),
        replies=(
            (
                "[Empieza por|Abre con] [un logro concreto|por qué esa empresa], [no por tu deseo|en "
                "una frase], y [enlaza con el anuncio|cierra con disponibilidad]."
            ),
            (
                "[El hueco|Ese periodo] [se explica en una línea|no necesita disculpas]: [qué hiciste y "
                "qué aprendiste|y pasas a lo que ofreces]."
            ),
            (
                "[Aquí tienes|Te dejo] [una versión breve|un borrador], [con tus datos como ejemplo|y "
                "dos frases para elegir]."
            ),
            (
                "[Quitaría|Cambiaría] ['soy proactivo'|el primer párrafo] por [un hecho con cifra|una "
                "escena de tu trabajo]."
            ),
            (
                "[Para ese tono|Si es pequeña], [tutea con respeto|habla como por teléfono] y [firma "
                "sin adornos|menciona un producto suyo]."
            ),
        ),
    ),
    Topic(
        name="rent_dispute",
        area="money_law",
        weight=0.9,
        concern=1,
        contexts=(
            (
                "[El casero|La inmobiliaria|Mi arrendadora] [no me devuelve la fianza|quiere subirme "
                "cien euros|no arregla la caldera] [desde abril|desde hace semanas]."
            ),
            (
                "[Llevo cuatro años|Vivo aquí desde 2019|Llevo año y medio de alquiler], [siempre he "
                "pagado|sin un solo problema][, y ahora esto|]."
            ),
            (
                "[Hay|Tenemos] [humedades en el dormitorio|ruido cada noche|una fuga en el baño], [y "
                "dice que es culpa mía|lo avisé por mensaje]."
            ),
            (
                "[Dejé el piso|Nos fuimos] [en mayo|limpio y pintado|con fotos de todo], [y todavía "
                "espero|ni una llamada]."
            ),
            (
                "[Comparto contrato|Estoy en el contrato] con [mi ex|dos compañeros], [uno se "
                "fue|dejaron de pagar][, me da miedo quedarme con la deuda|]."
            ),
            (
                "[Entró|El dueño entró] [sin avisar|con su llave|mientras trabajaba], [dos veces|el "
                "martes][, y me siento fatal|]."
            ),
            (
                "[Han vendido|Van a vender] el edificio y [me piden que me vaya|vienen visitas cada "
                "tarde|nadie explica nada]."
            ),
            (
                "[No puedo|Ahora mismo no puedo] [pagar un abogado|mudarme], [tengo un bebé|estoy "
                "estudiando|el mercado está imposible]."
            ),
        ),
        asks=(
            (
                "¿[Puede|Tiene derecho a] [quedarse la fianza|subirme el alquiler|echarme] por [unos "
                "agujeros en la pared|querer el piso para su hijo|un retraso de tres días]?"
            ),
            (
                "[Escríbeme|Redacta] [una carta|un burofax|un correo] [reclamando la fianza|pidiendo la "
                "reparación|rechazando la subida], [firme pero educado|con plazo]."
            ),
            (
                "¿[Quién paga|A quién le toca] [la lavadora rota|el atasco|la pintura|la derrama], [a "
                "mí o al dueño|según lo normal]?"
            ),
            (
                "¿[Puedo|Se puede] [descontar del alquiler|arreglarlo yo y pasar la factura|dejar de "
                "pagar] [si no hay agua caliente|mientras siga el moho]?"
            ),
            (
                "¿[Cuánto preaviso|Cuántos días] [tengo que dar|me tienen que dar] [para irme antes|si "
                "no renuevan]?"
            ),
            (
                "¿[Cómo demuestro|Cómo pruebo] [las humedades|que ya estaba roto|el ruido del bar] [si "
                "no hay inventario|ante un juez|]?"
            ),
            (
                "[Mi compañero|Mi ex] [se marchó sin pagar|no quiere irse], ¿[respondo yo|cómo lo quito "
                "del contrato]?"
            ),
            (
                "[Soy propietaria|Alquilo un piso] y [el inquilino no paga|me han destrozado la "
                "cocina], ¿[qué pasos sigo|cómo reclamo] [legalmente|]?"
            ),
            "¿[Dónde|A quién] [reclamo|consulto] [gratis|sin juicio|si la agencia no contesta]?",
            (
                "[Revisa|Mira] [esta cláusula|lo que firmé]: ['el inquilino asume cualquier "
                "reparación'|'la fianza cubre el último mes'], ¿[vale|es legal]?"
            ),
        ),
        terse=(
            "[fianza|depósito] [no devuelta|descuentos] [plazo|carta|qué hacer]",
            "[subida alquiler|revisión renta] [ilegal|cuánto|burofax]",
            "[humedades|sin calefacción] [casero no responde|rebaja alquiler|derechos]",
            "[desahucio|no renovación] [preaviso|con hijos|derechos]",
            "[casero entra|visitas al piso] [sin permiso|horario|cada semana]",
            "[compañero de piso|subarriendo] [no paga|contrato|responsable]",
        ),
        details=(
            "[Pago|Son] [setecientos|novecientos cincuenta] al mes[, gastos aparte|, siempre puntual|].",
            "[Tengo|Guardo] [fotos|mensajes|el inventario firmado][, con fecha|].",
            "[El piso está|Vivo] en [Zaragoza|Quito|un pueblo de Murcia][, por la ley|].",
            "[Prefiero|Quiero] [no ir a juicio|quedarme|acabar bien][, si se puede|].",
            "[Sin|Nada de] [amenazas|jerga jurídica][, por favor|, es mayor|].",
            "[El contrato|Todo] [acaba en junio|fue de palabra|está en regla][, creo|].",
        ),
        followups=(
            "¿[Y si|Qué hago si] [no contesta|cambia la cerradura|me denuncia él]?",
            (
                "[Me ha respondido|Contestó]: ['ya veremos'|'hablaré con mi abogado'|'la pintura costó "
                "más'], ¿[qué digo|y ahora]?"
            ),
            "¿[Puedes|Podrías] [hacerla más firme|poner un plazo de diez días|resumirla]?",
            "¿[Cuánto|Cuánto tiempo] [cuesta|tarda] [un juicio así|la mediación]?",
            "¿[Sigo pagando|Pago igual] [mientras tanto|este mes], [no vaya a ser peor|verdad]?",
            (
                "[Se me olvidó|Por cierto]: [la fianza fue en efectivo|mi padre avala|tengo perro], "
                "¿[cambia algo|importa]?"
            ),
        ),
        replies=(
            (
                "[El desgaste normal|Lo que es uso ordinario] [no debería cobrarse|corre por cuenta del "
                "dueño]; [pide facturas|exige detalle por escrito]."
            ),
            (
                "[No dejes de pagar|Sigue pagando], [puede volverse en tu contra|aunque sea bajo "
                "protesta], y [reclama por escrito|fija un plazo]."
            ),
            (
                "[Te dejo la carta|Este es el borrador]: [hechos, petición y fecha|breve y sin "
                "amenazas][, con copia para ti|]."
            ),
            (
                "[Guarda|Reúne] [fotos con fecha|los mensajes], [un vecino como testigo ayuda|eso "
                "pesa][, sobre todo en mediación|]."
            ),
            (
                "[Si firmasteis los dos|Con contrato conjunto], [respondéis ambos|pueden pedirte todo], "
                "[luego lo reclamas tú|avisa cuanto antes]."
            ),
        ),
    ),
)
