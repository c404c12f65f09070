import Stripe from 'stripe';

const stripe = new Stripe('key');
const customer = await stripe.customers.retrieve('cus_1');
export const email: string | null | undefined = customer.deleted ? undefined : customer.email;
