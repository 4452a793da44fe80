namespace RemoteSupport.Demo;

/// <summary>
/// An invitation and what became of it: "done", "expired", "declined", "cancelled"; "failed" and "opened" are still open. The customer is one of the named
/// ones, whose owner invites where it is the customer's, otherwise a supporter.
/// </summary>
internal sealed record DemoStory(int Customer, string Invitee, string Channel, string Address, int HoursAgo, string Outcome, DemoTalk? Talk = null, bool IsOfCustomer = false);

/// <summary>A call that was picked up after so many seconds. Without minutes it was missed.</summary>
internal sealed record DemoTalk(
    int Waited, int Minutes, int? Nps, string? Comment, DemoLine[] Said, string Device = "Chrome, Android", string Camera = "on", int JoinMs = 1800, bool IsRelayed = false, int RttMs = 46,
    double Loss = 0.004, int Freezes = 0, int Marks = 3);

/// <summary>What was said, by "host" or "guest".</summary>
internal sealed record DemoLine(string Side, string Text);

/// <summary>What the two partners' supporters have been doing, in their languages.</summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> Of(string language) => language == "de" ? German : Italian;

    /// <summary>As the product's own text has it.</summary>
    public static string SubjectOf(DemoTenant tenant, string company) =>
        tenant.Language == "de" ? $"{tenant.Name} Support – Einladung zum Supportanruf von {company}" : $"Supporto {tenant.Name} – Invito alla chiamata di supporto di {company}";

    private static readonly DemoStory[] Italian =
    [
        new(0, "Federica, magazzino", "email", "federica@pontetech.example", 50, "done", new(
            12, 14, 10, "Ha visto subito lo scanner e ha trovato il guasto. Grazie!",
            [
                new("guest", "Buongiorno, Le mostro lo scanner del banco 3."), new("host", "Perfetto, inquadri la spia vicino al cavo, per favore."), new("guest", "È rossa fissa."),
                new("host", "Tenga premuto il pulsante laterale per dieci secondi."), new("guest", "Adesso è verde e legge!"),
            ])),
        new(1, "Mulino, quadro elettrico", "sms", "+393330000112", 124, "done", new(
            38, 9, 7, null, [new("host", "La linea è debole: può avvicinarsi alla finestra?"), new("guest", "Ora va meglio?")], IsRelayed: true, RttMs: 210, Loss: 0.07, Freezes: 4, Marks: 1)),
        new(0, "Ufficio acquisti", "email", "acquisti@pontetech.example", 172, "done", new(
            9, 6, 8, null, [new("guest", "Preferisco non accendere la telecamera."), new("host", "Va bene: mi dica che cosa legge in alto a destra.")], "Safari, iOS", "refused", Marks: 0)),
        new(1, "Ilaria, amministrazione", "email", "ilaria@molinobentivegna.example", 27, "expired", new(0, 0, null, null, [], "Edge, Windows")),
        new(0, "Responsabile turno di notte", "email", "turno.notte@pontetech.example", 4, "failed"),
        new(1, "Dario, reparto confezioni", "sms", "+393330000147", 2, "opened"),
        new(0, "Michele, sala server", "email", "michele@pontetech.example", 75, "cancelled"),
        new(1, "Cliente allo sportello", "sms", "+393330000163", 150, "declined"),
        new(0, "Fornitore delle bilance", "email", "tecnico@bilance.example", 30, "done", new(
            21, 11, null, null, [new("host", "Ecco la bilancia che sbaglia di venti grammi."), new("guest", "Vedo: va ricalibrata, La guido.")], "Firefox, Windows"), IsOfCustomer: true),
    ];

    private static readonly DemoStory[] German =
    [
        new(0, "Tobias, Lager", "email", "tobias@donaudampf.example", 50, "done", new(
            12, 14, 10, "Hat den Scanner gleich gesehen und den Fehler gefunden. Danke!",
            [
                new("guest", "Guten Tag, ich zeige Ihnen den Scanner an Platz 3."), new("host", "Sehr gut, bitte halten Sie die Kamera auf das Lämpchen neben dem Kabel."), new("guest", "Es leuchtet rot."),
                new("host", "Drücken Sie bitte zehn Sekunden auf die Taste an der Seite."), new("guest", "Jetzt ist es grün, und er liest!"),
            ])),
        new(1, "Backstube, Schaltschrank", "sms", "+491713920012", 124, "done", new(
            38, 9, 7, null, [new("host", "Die Verbindung ist schwach: Können Sie näher ans Fenster gehen?"), new("guest", "Ist es so besser?")], IsRelayed: true, RttMs: 210, Loss: 0.07, Freezes: 4, Marks: 1)),
        new(0, "Einkauf", "email", "einkauf@donaudampf.example", 172, "done", new(
            9, 6, 8, null, [new("guest", "Die Kamera möchte ich lieber nicht einschalten."), new("host", "In Ordnung: Was steht oben rechts?")], "Safari, iOS", "refused", Marks: 0)),
        new(1, "Ole, Verwaltung", "email", "ole@backhaus-gruenewald.example", 27, "expired", new(0, 0, null, null, [], "Edge, Windows")),
        new(0, "Leitung der Nachtschicht", "email", "nachtschicht@donaudampf.example", 4, "failed"),
        new(1, "Marlene, Versand", "sms", "+491713920047", 2, "opened"),
        new(0, "Roswitha, Serverraum", "email", "roswitha@donaudampf.example", 75, "cancelled"),
        new(1, "Kundin am Schalter", "sms", "+491713920063", 150, "declined"),
        new(0, "Lieferant der Waagen", "email", "technik@waagen.example", 30, "done", new(
            21, 11, null, null, [new("host", "Das ist die Waage, die zwanzig Gramm zu viel zeigt."), new("guest", "Ich sehe es: Wir stellen sie zusammen neu ein.")], "Firefox, Windows"), IsOfCustomer: true),
    ];
}
