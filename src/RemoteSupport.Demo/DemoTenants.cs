namespace RemoteSupport.Demo;

/// <summary>A partner of the demo.</summary>
internal sealed record DemoTenant(int Seed, string Slug, string Name, string Accent, string Country, string Language, string TimeZone)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id => NewIds().Next();

    public string SupportEmail => $"support@{Slug}.example";

    /// <summary>Admins first, then supporters: admins and the first two supporters are active, and stand in the list of accounts.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>The customers that the list of accounts names, before all the others.</summary>
    public required IReadOnlyList<NamedCustomer> Customers { get; init; }

    /// <summary>Customers with a common name, so that a search for it has something to choose from. They come after all the others.</summary>
    public required IReadOnlyList<Namesake> Namesakes { get; init; }

    /// <summary>Its customer references begin with it.</summary>
    public required string Code { get; init; }

    /// <summary>What stands below its pages and e-mails, by language, as JSON.</summary>
    public required string Footers { get; init; }

    /// <summary>Languages of its customers, by how often they occur in ten.</summary>
    public required string Mix { get; init; }

    /// <summary>Its ids from the beginning; the first is the tenant's own. Tenants are a day apart so that no two ids meet.</summary>
    public DemoIds NewIds() => new(Seed, Epoch.AddDays(Seed));

    /// <summary>The file of its logo or icon.</summary>
    public string PictureOf(string kind) => Path.Combine(AppContext.BaseDirectory, "Brand", kind == "icon" ? $"{Slug}-icon.png" : $"{Slug}.png");
}

/// <summary>An organization whose owner, admin and member can be tried out.</summary>
internal sealed record NamedCustomer(string Name, string Domain, string Language, string Reference, string ManagedBy, string Owner, string Admin, string Member);

/// <summary>An organization that its own, active owner manages.</summary>
internal sealed record Namesake(string Name, string Domain, string Owner);

/// <summary>The two partners of the demo.</summary>
internal static class DemoTenants
{
    /// <summary>Everybody's.</summary>
    public const string Password = "quiet lantern river";

    public static IReadOnlyList<DemoTenant> All { get; } =
    [
        new(1, "ponteverde", "Ponteverde Assistenza", "#1b7f4d", "IT", "it", "Europe/Rome")
        {
            Code = "PV",
            Footers = """{"it": "Ponteverde Assistenza Srl, Corso Regina 12, Torino\nP. IVA IT00000000000", "en": "Ponteverde Assistenza Srl, Turin"}""",
            Mix = "iiiiiieesd",
            Partners =
            [
                "Giulia Montefiori", "Edoardo Salvemini", "Tommaso Bentivoglio", "Chiara Lombardini", "Niccolò Serristori", "Bianca Tagliaferri",
                "Ruggero Altoviti", "Ginevra Malaspina",
            ],
            Customers =
            [
                new("Ponte Tech SpA", "pontetech", "it", "PV-0001", "customer", "Alessandra Bevilacqua", "Michele Santacroce", "Federica Buonarroti"),
                new("Molino Bentivegna Srl", "molinobentivegna", "it", "PV-0002", "service_provider", "Vittorio Bentivegna", "Ilaria Castelvecchi", "Dario Sanfelice"),
            ],
            Namesakes =
            [
                new("Rossi Impianti Srl", "rossi-impianti", "Caterina Rossi"), new("Rossi & Figli Snc", "rossi-figli", "Ettore Rossi"),
                new("Farmacia Rossi", "farmacia-rossi", "Lucrezia Rossi"), new("Carrozzeria Rossini SpA", "carrozzeria-rossini", "Ludovico Rossini"),
            ],
        },
        new(2, "nordlicht", "Nordlicht Fernsupport", "#5b4bc4", "DE", "de", "Europe/Berlin")
        {
            Code = "NL",
            Footers = """{"de": "Nordlicht Fernsupport GmbH, Speicherstraße 5, Hamburg\nGeschäftsführung: Annegret Oberschäffler", "en": "Nordlicht Fernsupport GmbH, Hamburg"}""",
            Mix = "ddddddeesi",
            Partners =
            [
                "Annegret Oberschäffler", "Henning Lüdersen", "Wiebke Petersdorf", "Jörg Brinkhoff", "Svenja Kallmeyer", "Detlef Hansemann",
                "Friederike Ostermoor", "Malte Thorwald",
            ],
            Customers =
            [
                new("Donaudampfschifffahrtsgesellschaft mbH", "donaudampf", "de", "NL-0001", "customer", "Konstantin Wiedenhöfer", "Roswitha Steinmüller", "Tobias Achterberg"),
                new("Backhaus Grünewald GmbH", "backhaus-gruenewald", "de", "NL-0002", "service_provider", "Sabine Grünewald", "Ole Vahrenhorst", "Marlene Eickhoff"),
            ],
            Namesakes =
            [
                new("Müller Metallbau GmbH", "mueller-metallbau", "Hannelore Müller"), new("Müller & Söhne KG", "mueller-soehne", "Eberhard Müller"),
                new("Bäckerei Müller", "baeckerei-mueller", "Gesine Müller"), new("Müllerhof Gärtnerei OHG", "muellerhof", "Volkert Thomsen"),
            ],
        },
    ];
}
