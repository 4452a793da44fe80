using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Calls.History;

/// <summary>The call history (IS-1): one's own, for admins those of their organization or the partner.</summary>
public sealed class CallsPage(IMediator mediator, Clocks clocks) : PortalPage
{
    private const int Rows = 20;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public CallsForm Form { get; set; } = new();

    /// <summary>The last call of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>The calls.</summary>
    public CallList List { get; private set; } = new([], null);

    /// <summary>Whose calls there are, where the reader sees others' too.</summary>
    public IReadOnlyList<CallPerson> People { get; private set; } = [];

    /// <summary>What went wrong how often.</summary>
    public CallTroubles Troubles { get; private set; } = new(0, []);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListCalls { Filter = Form.Filter(clocks), Cursor = Cursor, Limit = Rows });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        List = list;
        People = (await mediator.Send(new ListCallPeople())).Value ?? [];
        Troubles = (await mediator.Send(new ListCallTroubles())).Value ?? Troubles;
        return Page();
    }
}

/// <summary>The filter as a person fills it in: whole days of their own time zone.</summary>
public sealed record CallsForm
{
    private const string Here = "/calls";

    /// <summary>"ringing", "in_call", "done" or "missed".</summary>
    public string? State { get; init; }

    /// <summary>"email" or "sms".</summary>
    public string? Channel { get; init; }

    /// <summary>For whom it rang.</summary>
    public Guid? Person { get; init; }

    /// <summary>A part of what the guest is called.</summary>
    public string? Invitee { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True when something is asked for.</summary>
    public bool IsSet => Address() != Here;

    /// <summary>The history's address for the same calls, and for a place among them.</summary>
    internal string Address(Guid? cursor = null) => Here + QueryString.Create(
        new (string Name, string? Value)[]
            {
                ("state", State), ("channel", Channel), ("person", Person?.ToString()), ("invitee", Invitee), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}"), ("cursor", cursor?.ToString()),
            }
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value;

    internal CallFilter Filter(Clocks clocks) => new()
    {
        State = string.IsNullOrEmpty(State) ? null : State, Channel = string.IsNullOrEmpty(Channel) ? null : Channel, Person = Person, Invitee = Invitee,
        From = IsReal(From) ? clocks.StartOf(From!.Value) : null, To = IsReal(To) ? clocks.StartOf(To!.Value.AddDays(1)) : null,
    };

    private static bool IsReal(DateOnly? day) => day is { Year: > 1900 and < 9000 };
}
