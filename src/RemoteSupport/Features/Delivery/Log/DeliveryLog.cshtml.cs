using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>What was sent to whom, and what became of it (DL-4).</summary>
public sealed class DeliveryLogPage(IMediator mediator, Clocks clocks) : PortalPage
{
    /// <summary>Where the log is.</summary>
    public const string Here = "/settings/delivery-log";

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public DeliveryLogForm Form { get; set; } = new();

    /// <summary>The last message of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>The messages.</summary>
    public MessageList List { get; private set; } = new([], null);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListMessages { Filter = Form.Filter(clocks), Cursor = Cursor });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        List = list;
        return Page();
    }
}

/// <summary>The filter as a person fills it in: whole days of their own time zone.</summary>
public sealed record DeliveryLogForm
{
    /// <summary>"queued", "sent", "delivered", "failed" or "kept".</summary>
    public string? State { get; init; }

    /// <summary>"email" or "sms".</summary>
    public string? Channel { get; init; }

    /// <summary>Which message.</summary>
    public string? Message { get; init; }

    /// <summary>A part of the address, the number or the name.</summary>
    public string? Recipient { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True when something is asked for.</summary>
    public bool IsSet => Address() != DeliveryLogPage.Here;

    /// <summary>The log's address for the same messages, and for a place among them.</summary>
    internal string Address(Guid? cursor = null) =>
        DeliveryLogPage.Here + QueryString.Create(
            new (string Name, string? Value)[]
                {
                    ("state", State), ("channel", Channel), ("message", Message), ("recipient", Recipient), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}"), ("cursor", cursor?.ToString()),
                }
                .Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value;

    internal MessageFilter Filter(Clocks clocks) => new()
    {
        State = Asked(State), Channel = Asked(Channel), Message = Asked(Message), Recipient = Asked(Recipient),
        From = IsReal(From) ? clocks.StartOf(From!.Value) : null, To = IsReal(To) ? clocks.StartOf(To!.Value.AddDays(1)) : null,
    };

    private static string? Asked(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool IsReal(DateOnly? day) => day is { Year: > 1900 and < 9000 };
}
